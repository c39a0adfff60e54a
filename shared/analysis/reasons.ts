/**
 * Why a measure is what it is, in words: reasons as the analysis gives them become clauses, and clauses become one
 * sentence or several. Who shows them says what people and clusters are called.
 */
import type { Day } from '../time';
import { listed, many, people, sayRoughDay } from '../words';
import type { ConnectorReason, CoolingReason, LeadReason } from './questions';
import type { Connector, ContactWarmth } from './service-messages';

/** How the claims about ties are to be taken. */
export const asRecorded = 'As far as you have recorded.';

/** What contacts and clusters are called; undefined for one that is gone or has no name. */
export interface Naming {
  readonly person: (id: string) => string | undefined;
  readonly cluster: (id: string) => string | undefined;
}

/** When and where something is said. */
export interface Moment {
  readonly today: Day;
  readonly locale: string;
}

/** Clauses as sentences of their own. */
export function asSentences(clauses: readonly string[]): string[] {
  return clauses.map((clause) => `${capital(clause)}.`);
}

/** Clauses as one sentence; empty for none. */
export function asOneSentence(clauses: readonly string[]): string {
  return clauses.length === 0 ? '' : `${capital(clauses.join('; '))}.`;
}

/** @param name of the person whom the reasons are about */
export function sayConnector(
  reasons: readonly ConnectorReason[],
  name: string,
  clusterName: Naming['cluster'],
): string[] {
  return reasons.flatMap((reason): string[] => {
    switch (reason.kind) {
      case 'reaches': {
        const groups = reason.clusters.length;
        return groups === 0 ? [] : [`knows people in ${many(groups, 'other group', 'other groups')}`];
      }
      case 'pairs':
        return reason.pairs === 0 ? [] : [pairsClause(reason.pairs, name)];
      case 'alone': {
        const alone = reason.clusters.flatMap((id) => clusterName(id) ?? []);
        return alone.length === 0 ? [] : [`nobody else in the same group knows anyone in ${listed(alone)}`];
      }
      case 'fallsOff':
        return reason.people === 0 ? [] : [`${people(reason.people)} would be cut off without ${name}`];
    }
  });
}

function pairsClause(pairs: number, name: string): string {
  return pairs === 1
    ? `one pair of your contacts reaches each other most directly through ${name}`
    : `${pairs.toLocaleString('en')} pairs of your contacts reach each other most directly through ${name}`;
}

/** The reasons of a connector as it is told unasked. */
export function connectorReasons({ reaches, pairs, alone }: Connector): ConnectorReason[] {
  return [
    { kind: 'reaches', clusters: reaches },
    { kind: 'pairs', pairs },
    { kind: 'alone', clusters: alone },
  ];
}

/** A day that is past is not named: it has gone quiet by then. */
export function sayCooling(
  reasons: readonly CoolingReason[],
  { today, locale }: Moment,
  clusterName: Naming['cluster'],
): string[] {
  const rhythm = reasons.find((reason) => reason.kind === 'rhythm');
  return reasons.flatMap((reason): string[] => {
    switch (reason.kind) {
      case 'onlyTieInto':
        return [`your only tie into ${clusterName(reason.cluster) ?? 'that group'}`];
      case 'lastContact':
        return [silenceClause(reason.silence, rhythm === undefined ? undefined : rhythmClause(rhythm))];
      case 'quietBy':
        return reason.day < today ? [] : [`quiet by ${sayRoughDay(reason.day, today, locale)}`];
      case 'rhythm':
        return [];
    }
  });
}

function silenceClause(silence: number, against: string | undefined): string {
  const days = `${many(silence, 'day', 'days')} of silence`;
  return against === undefined ? days : `${days}; ${against}`;
}

function rhythmClause({ own, days }: { readonly own: boolean; readonly days: number }): string {
  const every = Math.max(1, Math.round(days));
  if (!own) return `the rhythm meant for you two is ${many(every, 'day', 'days')}`;
  return every === 1 ? 'you two usually speak every day' : `you two usually speak every ${every}`;
}

/** Why a tie cools, from warmth as it is told unasked: nothing without a record. */
export function whyCooling(warmth: ContactWarmth, moment: Moment): string[] {
  const { silence, meanGap, rhythm, state, quietBy } = warmth;
  if (silence === null) return [];
  const against =
    rhythm === 'own' && meanGap !== null
      ? rhythmClause({ own: true, days: meanGap })
      : state === 'warm'
        ? undefined
        : 'longer than the rhythm meant for you two';
  const quiet: CoolingReason[] = quietBy === null ? [] : [{ kind: 'quietBy', day: quietBy }];
  return [silenceClause(silence, against), ...sayCooling(quiet, moment, () => undefined)];
}

/** Why somebody could lead to where nobody is: "nurse at Klinik Basel until 2021". */
export function sayLead(reason: LeadReason, personName: Naming['person']): string {
  switch (reason.kind) {
    case 'pastJob': {
      const { organisation, title, until } = reason;
      const job =
        title === null || title === '' ? `worked at ${organisation}` : `${title} at ${organisation}`;
      return until === null ? `${job} before` : `${job} until ${until.slice(0, 4)}`;
    }
    case 'knows': {
      const names = reason.contacts.flatMap((id) => personName(id) ?? []);
      return names.length === 0 ? 'knows people there' : `knows ${listed(names, 2)}`;
    }
    case 'place':
      return `knows ${reason.place}`;
    case 'interest':
      return `interested in ${reason.interest}`;
    case 'tag':
      return `tagged ${reason.tag}`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
