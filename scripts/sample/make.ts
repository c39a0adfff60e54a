/**
 * Writes the sample network: about 240 fictional people in nine groups over three years, with two people who hold
 * groups together, one neglected cluster and one missing industry. Seeded: the same text every time. Beside it goes
 * what is true of it, for the tests that check whether the analysis finds it.
 *
 *   npm run sample      writes electron/host/sample/network.json and truth.json
 */
import { type Random, seededRandom, shuffledIndices } from '../../shared/analysis/random';
import { addDays } from '../../shared/time';
import {
  connectorPlans,
  groups,
  type GroupPlan,
  helps,
  leadPlans,
  missingIndustry,
  neglectedGroup,
  promises,
  summaries,
} from './world';

/** The day that the sample calls today; whoever loads it moves every date by the same number of days. */
export const referenceDay = '2026-01-01';
const span = 3 * 365;

type Row = Record<string, unknown> & { id: string };
export interface Sample {
  readonly format: 'kithmap-sample';
  readonly referenceDay: string;
  readonly tables: Record<string, Row[]>;
}
export interface SampleTruth {
  /** Group of each contact. */
  readonly groups: Record<string, string>;
  readonly connectors: string[];
  readonly neglectedGroup: string;
  readonly missingIndustry: string;
  /** Contacts who once worked in it or care about it. */
  readonly couldLead: string[];
}

interface Person {
  readonly id: string;
  readonly group: GroupPlan;
  readonly circle: GroupPlan['circle'][number];
  readonly row: Row;
}

class Maker {
  readonly random: Random = seededRandom(20260101);
  readonly tables: Record<string, Row[]> = {};
  readonly #counts = new Map<string, number>();

  add(table: string, prefix: string, fields: Record<string, unknown>): Row {
    const count = (this.#counts.get(prefix) ?? 0) + 1;
    this.#counts.set(prefix, count);
    const row = { id: `${prefix}${count}`, ...fields };
    (this.tables[table] ??= []).push(row);
    return row;
  }

  chance(share: number): boolean {
    return this.random.next() < share;
  }

  one<T>(list: readonly T[]): T {
    return list[this.random.below(list.length)]!;
  }

  some<T>(list: readonly T[], count: number): T[] {
    const order = shuffledIndices(list.length, this.random);
    return [...order.slice(0, count)].map((index) => list[index]!);
  }

  day(back: number): string {
    return addDays(referenceDay, -back);
  }
}

const moment = (day: string): string => `${day}T12:00:00.000Z`;

function people(maker: Maker): Person[] {
  const made: Person[] = [];
  const taken = new Set<string>();
  for (const group of groups) {
    for (let i = 0; i < group.people; i++) {
      const connector = i === 0 ? connectorPlans.find((plan) => plan.group === group.key) : undefined;
      let given = connector?.given ?? '';
      let family = connector?.family ?? '';
      while (connector === undefined && (given === '' || taken.has(`${given} ${family}`))) {
        given = maker.one(group.given);
        family = maker.one(group.family);
      }
      taken.add(`${given} ${family}`);
      const full = group.familyFirst === true ? `${family}${given}` : `${given} ${family}`;
      const circle = connector === undefined ? maker.one(group.circle) : 'close';
      const shares = group.organisation !== undefined && maker.chance(0.8);
      const from = 2012 + maker.random.below(10);
      const row = maker.add('contacts', 'p', {
        name: { full, given, family },
        ...(maker.chance(0.7)
          ? {
              emails: [
                { value: `person${made.length + 1}@example.org`, label: maker.chance(0.5) ? 'home' : 'work' },
              ],
            }
          : {}),
        ...(shares || maker.chance(0.3)
          ? {
              organisations: [
                {
                  name: shares ? group.organisation : `${maker.one(group.family)} & Co`,
                  title: maker.one(group.titles),
                  from: String(from),
                },
              ],
            }
          : {}),
        industry: maker.chance(0.85) ? group.industry : maker.one(groups).industry,
        place: maker.chance(0.85) ? group.place : maker.one(groups).place,
        tags: [group.tag, ...(maker.chance(0.15) ? ['mentor'] : [])],
        interests: maker.some(group.interests, 1 + maker.random.below(2)),
        ...(maker.chance(0.25) ? { canHelpWith: [maker.one(helps)] } : {}),
        ...(maker.chance(0.15) ? { lookingFor: [maker.one(helps)] } : {}),
        ...(maker.chance(0.35) ? { birthday: birthday(maker) } : {}),
        circle,
        howMet: { text: `Through ${group.tag}`, on: String(from) },
        createdAt: moment(maker.day(span)),
      });
      made.push({ id: row.id, group, circle, row });
    }
  }
  return made;
}

function birthday(maker: Maker): string {
  const monthAndDay = `${String(1 + maker.random.below(12)).padStart(2, '0')}-${String(1 + maker.random.below(28)).padStart(2, '0')}`;
  return maker.chance(0.4) ? `--${monthAndDay}` : `${1955 + maker.random.below(45)}-${monthAndDay}`;
}

/** Inside a group a small world; between groups the connectors, and a few ties besides. */
function ties(maker: Maker, everyone: readonly Person[]): void {
  const seen = new Set<string>();
  const tie = (
    a: Person,
    b: Person,
    fields: Record<string, unknown>,
    evidence: Record<string, unknown>,
  ): void => {
    const [first, second] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
    if (first === second || seen.has(`${first} ${second}`)) return;
    seen.add(`${first} ${second}`);
    const row = maker.add('ties', 't', {
      a: first,
      b: second,
      createdAt: moment(maker.day(span)),
      ...fields,
    });
    maker.add('evidence', 'e', { tie: row.id, ...evidence });
  };
  const known = (): Record<string, unknown> => ({
    state: 'known',
    closeness: 1 + maker.random.below(5),
    ...(maker.chance(0.4) ? { since: String(2008 + maker.random.below(16)) } : {}),
  });
  const said = (): Record<string, unknown> => ({ kind: 'said', day: maker.day(maker.random.below(span)) });

  for (const group of groups) {
    const members = everyone.filter((person) => person.group === group);
    members.forEach((person, i) => {
      for (const step of [1, 2]) tie(person, members[(i + step) % members.length]!, known(), said());
      for (let k = 0; k < 2; k++) tie(person, maker.one(members), known(), said());
      if (maker.chance(0.35)) {
        const day = maker.day(maker.random.below(600));
        tie(
          person,
          maker.one(members),
          { state: 'inferred', confidence: maker.chance(0.6) ? 0.55 : 0.3 },
          maker.chance(0.5)
            ? { kind: 'meeting', day, size: 3 + maker.random.below(6), label: 'Shared meeting' }
            : { kind: 'organisation', size: group.people, label: group.organisation ?? group.tag },
        );
      }
    });
  }
  for (const plan of connectorPlans) {
    const connector = everyone.find((person) => person.group.key === plan.group)!;
    for (const key of plan.reaches) {
      const there = everyone.filter((person) => person.group.key === key);
      for (const other of maker.some(there, 3)) tie(connector, other, known(), said());
    }
  }
  // A few ties across that nobody depends on.
  for (let i = 0; i < 9; i++) {
    const [a, b] = [groups[i]!, groups[(i + 3) % groups.length]!];
    const pick = (group: GroupPlan): Person =>
      maker.one(everyone.filter((person) => person.group === group).slice(3));
    tie(
      pick(a),
      pick(b),
      { state: 'inferred', confidence: 0.35 },
      { kind: 'mail', day: maker.day(200 + i), size: 4 },
    );
  }
}

const circleFactor = { inner: 0.35, close: 0.7, wider: 1.3, acquaintance: 2.6 };

function interactions(maker: Maker, everyone: readonly Person[]): void {
  const channels = ['call', 'call', 'message', 'message', 'mail', 'in-person', 'meal', 'video'] as const;
  for (const person of everyone) {
    if (maker.chance(0.06)) continue; // nothing recorded yet
    const gap = person.group.rhythm * circleFactor[person.circle] * (0.6 + maker.random.next());
    let quiet = maker.random.below(70);
    if (maker.chance(0.3)) quiet = Math.round(gap * (2 + 9 * maker.random.next()));
    if (person.group.key === neglectedGroup) quiet = 290 + maker.random.below(120);
    for (
      let back = quiet;
      back < span;
      back += Math.max(2, Math.round(gap * (0.4 + 1.2 * maker.random.next())))
    ) {
      const channel = maker.one(channels);
      const friends = maker.chance(0.12)
        ? maker.some(
            everyone.filter((p) => p.group === person.group),
            2,
          )
        : [];
      if (person.group.key === neglectedGroup && friends.length > 0) friends.length = 0;
      maker.add('interactions', 'i', {
        day: maker.day(back),
        channel: friends.length > 0 ? 'meal' : channel,
        direction: maker.one(['mine', 'theirs', 'both']),
        with: [...new Set([person.id, ...friends.map(({ id }) => id)])],
        ...(channel === 'call' || channel === 'video' ? { minutes: 5 + 5 * maker.random.below(12) } : {}),
        ...(maker.chance(0.45) ? { summary: maker.one(summaries) } : {}),
      });
    }
  }
}

function therest(maker: Maker, everyone: readonly Person[]): void {
  const near = everyone.filter(({ circle }) => circle === 'inner' || circle === 'close');
  for (const [index, person] of maker.some(near, 26).entries()) {
    const due = index < 8 ? addDays(referenceDay, index - 2) : maker.day(maker.random.below(400));
    maker.add('commitments', 'c', {
      contact: person.id,
      by: maker.chance(0.65) ? 'me' : 'them',
      text: maker.one(promises),
      madeOn: addDays(due, -14),
      due,
      ...(index < 8 ? {} : { doneOn: addDays(due, -1) }),
      ...(index === 9 ? { advice: true } : {}),
    });
  }
  for (const person of maker.some(near, 34)) {
    maker.add('exchanges', 'x', {
      contact: person.id,
      direction: maker.chance(0.5) ? 'given' : 'received',
      kind: maker.one(['help', 'information', 'referral', 'gift']),
      day: maker.day(maker.random.below(span)),
      text: maker.one(helps),
    });
  }
  const stages = [
    'idea',
    'asked',
    'agreed',
    'introduced',
    'met',
    'outcome',
    'thanked',
    'declined',
    'not-now',
  ] as const;
  for (const [index, stage] of stages.entries()) {
    const [a, b] = [groups[index]!, groups[(index + 2) % groups.length]!].map((group) =>
      maker.one(everyone.filter((person) => person.group === group)),
    );
    const day = maker.day(10 + 25 * index);
    maker.add('introductions', 'n', {
      a: a!.id,
      b: b!.id,
      stage,
      consentA: stage === 'idea' ? 'not-asked' : stage === 'declined' ? 'no' : 'yes',
      consentB:
        stage === 'idea'
          ? 'not-asked'
          : stage === 'asked'
            ? 'asked'
            : stage === 'not-now'
              ? 'not-now'
              : 'yes',
      why: `Both care about ${maker.one(a!.group.interests)}.`,
      day,
      history: [{ day: addDays(day, -7), stage: 'idea' }, ...(stage === 'idea' ? [] : [{ day, stage }])],
    });
  }
  for (const [index, person] of maker.some(everyone, 48).entries()) {
    const day = maker.day(maker.random.below(span));
    if (index < 3) {
      const secret = maker.add('confidential', 's', {
        text: 'Told me in confidence: thinks of leaving in spring.',
      });
      maker.add('notes', 'm', { contact: person.id, confidential: secret.id, at: moment(day), day });
    } else {
      maker.add('notes', 'm', { contact: person.id, text: maker.one(summaries), at: moment(day), day });
    }
  }
  for (const person of maker.some(everyone, 18)) {
    maker.add('facts', 'f', {
      contact: person.id,
      kind: 'job',
      from: maker.day(maker.random.below(span)).slice(0, 7),
      organisation: `${maker.one(person.group.family)} & Co`,
      title: maker.one(person.group.titles),
    });
  }
  for (const { interest, job, ...plan } of leadPlans) {
    const { id, row } = leads(everyone, plan);
    if (interest !== undefined) row['interests'] = [interest];
    if (job !== undefined) maker.add('facts', 'f', { contact: id, kind: 'job', ...job });
  }
  maker.add('diversityTargets', 'd', { attribute: 'industry', value: missingIndustry, share: 0.05 });
  maker.add('goals', 'g', { text: 'Know somebody who practises law', madeOn: maker.day(40) });
  maker.add('trips', 'r', { place: 'Kobe', from: addDays(referenceDay, 35), to: addDays(referenceDay, 44) });
  maker.add('plans', 'l', {
    title: 'A first job in energy',
    person: everyone.find((person) => person.group.key === 'coimbra')!.id,
    industries: ['Energy'],
    places: ['Chennai', 'Bergen'],
    madeOn: maker.day(20),
    horizon: addDays(referenceDay, 120),
  });
  maker.add('shareables', 'h', {
    title: 'How small harbours store wind power',
    url: 'https://example.org/harbours',
    tags: ['harbour works', 'kaveri'],
    addedOn: maker.day(6),
  });
}

function leads(everyone: readonly Person[], { group, nth }: { group: string; nth: number }): Person {
  return everyone.filter((person) => person.group.key === group)[nth]!;
}

export function makeSample(): { sample: Sample; truth: SampleTruth } {
  const maker = new Maker();
  const everyone = people(maker);
  ties(maker, everyone);
  interactions(maker, everyone);
  therest(maker, everyone);
  return {
    sample: { format: 'kithmap-sample', referenceDay, tables: maker.tables },
    truth: {
      groups: Object.fromEntries(everyone.map(({ id, group }) => [id, group.key])),
      connectors: connectorPlans.map((plan) => everyone.find(({ group }) => group.key === plan.group)!.id),
      neglectedGroup,
      missingIndustry,
      couldLead: leadPlans.map((plan) => leads(everyone, plan).id),
    },
  };
}
