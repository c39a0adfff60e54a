/** What the analysis service remembers of the network: the feed by id, and what belongs to whom. */
import { KithmapError } from '../errors';
import type { JsonObject } from '../json';
import { defaultCircles } from '../model/entities/upkeep';
import { patched } from '../model/patch';
import { dayNumber } from '../time';
import {
  type FeedCluster,
  type FeedContact,
  type FeedEvidence,
  type FeedFact,
  type FeedInteraction,
  type FeedPause,
  type FeedPlan,
  type FeedPosition,
  feedSchemas,
  type FeedSettings,
  type FeedTable,
  type FeedTarget,
  type FeedTie,
} from './feed';
import type { FeedPatch } from './service-messages';
import { tieConfidence, type TieEvidence, tieStrength } from './strength';
import { contactDays, type ContactDays, contactWeight, type PausedDays } from './warmth';

interface Rows {
  settings: FeedSettings;
  contacts: FeedContact;
  ties: FeedTie;
  evidence: FeedEvidence;
  interactions: FeedInteraction;
  facts: FeedFact;
  diversityTargets: FeedTarget;
  plans: FeedPlan;
  pauses: FeedPause;
  clusters: FeedCluster;
  positions: FeedPosition;
}
type RowMaps = { readonly [T in FeedTable]: Map<string, Rows[T]> };

/** What changes made necessary. */
export interface Touched {
  /** Contacts whose warmth may be another. */
  readonly warmth: Set<string>;
  readonly ties: Set<string>;
  /** Contacts with other ties than before, or newly among those who count. */
  readonly people: Set<string>;
  /** Contacts who were given another cluster or another place than they had. */
  readonly clusterSaid: Set<string>;
  readonly placeSaid: Set<string>;
  /** Contacts with other organisations, places or tags than before: names of clusters may be others. */
  readonly traits: Set<string>;
}

export function untouched(): Touched {
  return {
    warmth: new Set(),
    ties: new Set(),
    people: new Set(),
    clusterSaid: new Set(),
    placeSaid: new Set(),
    traits: new Set(),
  };
}

export class ServiceState {
  readonly #rows: RowMaps = {
    settings: new Map(),
    contacts: new Map(),
    ties: new Map(),
    evidence: new Map(),
    interactions: new Map(),
    facts: new Map(),
    diversityTargets: new Map(),
    plans: new Map(),
    pauses: new Map(),
    clusters: new Map(),
    positions: new Map(),
  };
  readonly #tiesOf = new Map<string, Set<string>>();
  readonly #evidenceOf = new Map<string, Set<string>>();
  readonly #interactionsOf = new Map<string, Set<string>>();
  readonly #factsOf = new Map<string, Set<string>>();
  #circles = new Map(defaultCircles.map(({ id, days }) => [id, days]));
  #me: string | undefined;

  get contacts(): ReadonlyMap<string, FeedContact> {
    return this.#rows.contacts;
  }
  get ties(): ReadonlyMap<string, FeedTie> {
    return this.#rows.ties;
  }
  get clusters(): ReadonlyMap<string, FeedCluster> {
    return this.#rows.clusters;
  }
  get positions(): ReadonlyMap<string, FeedPosition> {
    return this.#rows.positions;
  }
  get targets(): ReadonlyMap<string, FeedTarget> {
    return this.#rows.diversityTargets;
  }
  get plans(): ReadonlyMap<string, FeedPlan> {
    return this.#rows.plans;
  }
  get me(): string | undefined {
    return this.#me;
  }

  load(table: FeedTable, row: JsonObject, touched: Touched): void {
    const id = row['id'];
    if (typeof id !== 'string') throw damaged(table, 'a row');
    this.#set(table, id, row, touched);
  }

  /** @throws KithmapError `damaged` if the patch does not fit what is here: something was missed. */
  apply(patch: FeedPatch, touched: Touched): void {
    const before: JsonObject | undefined = this.#rows[patch.table].get(patch.id);
    this.#set(patch.table, patch.id, patched(before ? { ...before } : null, patch), touched);
  }

  /** Drawn on the map. */
  isShown(id: string): boolean {
    const contact = this.contacts.get(id);
    return contact !== undefined && contact.archived !== true;
  }

  /** Counts in the measures of the whole; me only if asked for. */
  isMeasured(id: string, withMe = false): boolean {
    return this.isShown(id) && this.contacts.get(id)?.noMeasures !== true && (withMe || id !== this.#me);
  }

  /** How often the user wants to be in touch: the contact's own wish, else by circle. */
  cadenceOf(contact: FeedContact): number | undefined {
    return (
      contact.cadenceDays ?? (contact.circle === undefined ? undefined : this.#circles.get(contact.circle))
    );
  }

  /** What the contact may share with others, most telling first. */
  traitsOf(contact: FeedContact): string[] {
    const now = contact.organisations.filter(({ to }) => to === undefined);
    const organisation = (now.length > 0 ? now : contact.organisations).slice(0, 3).map(({ name }) => name);
    const all = [...organisation, contact.place ?? '', contact.industry ?? '', ...contact.tags.slice(0, 20)];
    return all.map((trait) => trait.trim()).filter((trait) => trait !== '');
  }

  tiesOf(contact: string): ReadonlySet<string> {
    return this.#tiesOf.get(contact) ?? new Set();
  }

  contactDaysOf(contact: string): ContactDays {
    const entries: { day: number; weight: number }[] = [];
    for (const id of this.#interactionsOf.get(contact) ?? []) {
      const interaction = this.#rows.interactions.get(id);
      if (interaction === undefined || interaction.planned === true) continue;
      const size = interaction.size ?? interaction.with.length + 1;
      entries.push({ day: dayNumber(interaction.day), weight: contactWeight(interaction.channel, size) });
    }
    return contactDays(entries);
  }

  /** Pauses for everybody and for one contact; one without an end is `open`, and lasts until `asOf`. */
  pausesOf(contact: string, asOf: number): { readonly paused: PausedDays[]; readonly open: boolean } {
    const paused: PausedDays[] = [];
    let open = false;
    for (const pause of this.#rows.pauses.values()) {
      if (pause.contact !== undefined && pause.contact !== contact) continue;
      if (pause.to === undefined) open = true;
      paused.push({ from: dayNumber(pause.from), to: pause.to === undefined ? asOf : dayNumber(pause.to) });
    }
    return { paused, open };
  }

  factsOf(contact: string): FeedFact[] {
    return [...(this.#factsOf.get(contact) ?? [])].flatMap((id) => this.#rows.facts.get(id) ?? []);
  }

  /**
   * Whether the tie was there on a day: from when it is said to be, else from its first dated evidence on. One without
   * any date is taken to have been there always.
   */
  wasThere({ id, since }: FeedTie, asOf: number): boolean {
    if (since !== undefined && !since.startsWith('--'))
      return dayNumber(`${since}-01-01`.slice(0, 10)) <= asOf;
    let first = Infinity;
    for (const piece of this.#evidenceOf.get(id) ?? []) {
      const day = this.#rows.evidence.get(piece)?.day;
      if (day === undefined) return true;
      first = Math.min(first, dayNumber(day));
    }
    return first === Infinity || first <= asOf;
  }

  /** Strength and confidence of a tie (measures.md 4b). */
  strengthOf(tie: FeedTie, asOf: number): { strength: number; confidence: number } {
    const evidence: TieEvidence[] = [];
    for (const id of this.#evidenceOf.get(tie.id) ?? []) {
      const { kind, day, size, count, nth } = this.#rows.evidence.get(id)!;
      evidence.push({
        kind,
        day: day === undefined ? null : dayNumber(day),
        size: size ?? null,
        count,
        nth: nth ?? null,
      });
    }
    const facts = {
      known: tie.state === 'known',
      weight: tie.weight ?? null,
      closeness: tie.closeness ?? null,
      confidence: tie.confidence ?? null,
    };
    return {
      strength: tieStrength(facts, evidence, asOf),
      confidence: tieConfidence(facts, evidence, asOf),
    };
  }

  #set(table: FeedTable, id: string, row: JsonObject | null, touched: Touched): void {
    switch (table) {
      case 'settings': {
        this.#changed('settings', id, row, () => this.#settingsChanged(touched));
        return;
      }
      case 'contacts': {
        this.#changed('contacts', id, row, (before, after) =>
          this.#contactChanged(id, before, after, touched),
        );
        return;
      }
      case 'ties': {
        this.#changed('ties', id, row, (before, after) => this.#tieChanged(id, before, after, touched));
        return;
      }
      case 'evidence': {
        this.#changed('evidence', id, row, (before, after) => {
          if (before !== undefined) removeFrom(this.#evidenceOf, before.tie, id);
          if (after !== undefined) setOf(this.#evidenceOf, after.tie).add(id);
          for (const tie of [before?.tie, after?.tie]) if (tie !== undefined) this.#touchTie(tie, touched);
        });
        return;
      }
      case 'interactions': {
        this.#changed('interactions', id, row, (before, after) => {
          for (const contact of before?.with ?? []) removeFrom(this.#interactionsOf, contact, id);
          for (const contact of after?.with ?? []) setOf(this.#interactionsOf, contact).add(id);
          for (const contact of [...(before?.with ?? []), ...(after?.with ?? [])])
            touched.warmth.add(contact);
        });
        return;
      }
      case 'facts': {
        this.#changed('facts', id, row, (before, after) => {
          if (before !== undefined) removeFrom(this.#factsOf, before.contact, id);
          if (after !== undefined) setOf(this.#factsOf, after.contact).add(id);
        });
        return;
      }
      case 'diversityTargets': {
        this.#changed('diversityTargets', id, row, () => undefined);
        return;
      }
      case 'plans': {
        this.#changed('plans', id, row, () => undefined);
        return;
      }
      case 'pauses': {
        this.#changed('pauses', id, row, (before, after) => {
          for (const pause of [before, after]) {
            if (pause === undefined) continue;
            const whose = pause.contact === undefined ? this.contacts.keys() : [pause.contact];
            for (const contact of whose) touched.warmth.add(contact);
          }
        });
        return;
      }
      case 'clusters': {
        this.#changed('clusters', id, row, () => undefined);
        return;
      }
      case 'positions': {
        this.#changed('positions', id, row, (before, after) => {
          if (before?.cluster !== after?.cluster) touched.clusterSaid.add(id);
          if (before?.x !== after?.x || before?.y !== after?.y) touched.placeSaid.add(id);
        });
        return;
      }
    }
  }

  #changed<T extends FeedTable>(
    table: T,
    id: string,
    row: JsonObject | null,
    note: (before: Rows[T] | undefined, after: Rows[T] | undefined) => void,
  ): void {
    const map: Map<string, Rows[T]> = this.#rows[table];
    const before = map.get(id);
    if (row === null) {
      if (before === undefined) return;
      map.delete(id);
      note(before, undefined);
      return;
    }
    const schemas: { readonly [K in FeedTable]: { safeParse(value: unknown): Parsed<Rows[K]> } } =
      feedSchemas;
    const parsed = schemas[table].safeParse(row);
    if (!parsed.success) throw damaged(table, id);
    map.set(id, parsed.data);
    note(before, parsed.data);
  }

  #settingsChanged(touched: Touched): void {
    const settings = this.#rows.settings.get('settings');
    const circles = new Map((settings?.circles ?? defaultCircles).map(({ id, days }) => [id, days]));
    const days = [...circles].join();
    if (days !== [...this.#circles].join()) for (const id of this.contacts.keys()) touched.warmth.add(id);
    this.#circles = circles;
    if (settings?.me === this.#me) return;
    for (const contact of [this.#me, settings?.me]) {
      if (contact === undefined) continue;
      touched.people.add(contact);
      touched.warmth.add(contact);
      for (const tie of this.tiesOf(contact)) touched.ties.add(tie);
    }
    this.#me = settings?.me;
  }

  #contactChanged(
    id: string,
    before: FeedContact | undefined,
    after: FeedContact | undefined,
    touched: Touched,
  ): void {
    if (after === undefined) touched.warmth.delete(id);
    else touched.warmth.add(id);
    const counts = (contact: FeedContact | undefined): string =>
      contact === undefined
        ? ''
        : `${String(contact.archived === true)} ${String(contact.noMeasures === true)}`;
    if (counts(before) !== counts(after)) {
      touched.people.add(id);
      for (const tie of this.tiesOf(id)) touched.ties.add(tie);
    }
    const traits = (contact: FeedContact | undefined): string =>
      contact === undefined ? '' : this.traitsOf(contact).join('\n');
    if (traits(before) !== traits(after)) touched.traits.add(id);
  }

  #tieChanged(id: string, before: FeedTie | undefined, after: FeedTie | undefined, touched: Touched): void {
    for (const tie of [before, after]) if (tie !== undefined) touched.people.add(tie.a).add(tie.b);
    if (before !== undefined) for (const end of [before.a, before.b]) removeFrom(this.#tiesOf, end, id);
    if (after !== undefined) for (const end of [after.a, after.b]) setOf(this.#tiesOf, end).add(id);
    if (after === undefined) touched.ties.delete(id);
    else touched.ties.add(id);
  }

  #touchTie(id: string, touched: Touched): void {
    const tie = this.ties.get(id);
    if (tie === undefined) return;
    touched.ties.add(id);
    touched.people.add(tie.a).add(tie.b);
  }
}

type Parsed<T> = { readonly success: true; readonly data: T } | { readonly success: false };

function damaged(table: string, what: string): KithmapError {
  return new KithmapError(
    'damaged',
    `The analysis was sent something it cannot read (${table}, ${what}). Reload the window.`,
  );
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = new Set<string>();
  map.set(key, made);
  return made;
}

function removeFrom(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  set?.delete(value);
  if (set?.size === 0) map.delete(key);
}
