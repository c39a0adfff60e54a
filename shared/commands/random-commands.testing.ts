/**
 * Random but meaningful command sequences for property tests: a step is a few numbers and a text, and becomes a
 * command by looking at the network as it is then (so that an edit finds something to edit).
 */
import fc from 'fast-check';
import type { JsonObject } from '../json';
import type { Network, ReadonlyNetwork } from '../model/network';
import type { Patch } from '../model/patch';
import type { TableName } from '../model/table-names';
import { type CommandContext, run } from './command';
import { commandNamed } from './index';
import { KithmapError } from '../errors';

export interface Step {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly text: string;
  readonly day: number;
}

export const steps = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      kind: fc.nat(999),
      a: fc.nat(999),
      b: fc.nat(999),
      text: fc.oneof(
        fc.constantFrom('Ana', '小明', 'Núñez', '__proto__', '', 'x', '=1+1', 'constructor'),
        fc.string({ maxLength: 12, unit: 'grapheme' }),
      ),
      day: fc.nat(2_000),
    }),
    { maxLength },
  );

/** Clock and ids that say the same every time. */
export function testContext(start = 0): CommandContext & { readonly issued: () => number } {
  let next = start;
  return {
    now: '2026-05-04T09:00:00.000Z',
    today: '2026-05-04',
    zone: 'Europe/Zurich',
    newId: () => `n${(next++).toString(36)}`,
    issued: () => next,
  };
}

function pick(network: ReadonlyNetwork, table: TableName, at: number): string | undefined {
  const ids = [...network.all(table)].map((entity) => entity.id);
  return ids.length === 0 ? undefined : ids[at % ids.length];
}

type Maker = (step: Step, pickId: (table: TableName, at: number) => string) => readonly [string, JsonObject];

const day = (n: number): string => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10);
const word = (text: string): string => (text.trim() === '' ? 'something' : text);

const makers: readonly Maker[] = [
  (s) => ['contact.add', { name: { full: s.text }, tags: s.a % 3 === 0 ? [word(s.text)] : [] }],
  (s) => ['contact.add', { name: { full: word(s.text) }, emails: [{ value: `p${s.a % 7}@example.org` }] }],
  (s) => ['contact.add', { name: { full: 'B' }, birthday: '--02-29', cadenceDays: 7 + (s.a % 100) }],
  (s, id) => ['contact.add-stub', { name: word(s.text), knows: id('contacts', s.a) }],
  (s, id) => ['contact.edit', { id: id('contacts', s.a), place: word(s.text), interests: [word(s.text)] }],
  (s, id) => ['contact.edit', { id: id('contacts', s.a), place: null, name: { full: s.text } }],
  (s, id) => ['contact.edit', { id: id('contacts', s.a), howMet: { through: id('contacts', s.b) } }],
  (s, id) => ['contact.remove', { id: id('contacts', s.a) }],
  (s, id) => [
    'contact.bulk',
    { ids: [id('contacts', s.a), id('contacts', s.b)], addTags: [word(s.text)], archived: s.day % 2 === 0 },
  ],
  (s, id) => [
    'tie.add',
    { a: id('contacts', s.a), b: id('contacts', s.b), ...(s.day % 2 ? { weight: 1 + s.day } : {}) },
  ],
  (s, id) => [
    'tie.link',
    { contact: id('contacts', s.a), with: [id('contacts', s.b), id('contacts', s.day)] },
  ],
  (s, id) => ['tie.edit', { id: id('ties', s.a), closeness: 1 + (s.b % 5) }],
  (s, id) => ['tie.remove', { id: id('ties', s.a) }],
  (s, id) => ['evidence.add', { tie: id('ties', s.a), kind: 'mail', day: day(s.day), size: 3 }],
  (s, id) => ['note.add', { contact: id('contacts', s.a), text: s.text }],
  (s, id) => ['note.add', { contact: id('contacts', s.a), confidentialText: word(s.text) }],
  (s, id) => ['note.edit', { id: id('notes', s.a), confidentialText: s.b % 2 ? word(s.text) : null }],
  (s, id) => ['note.remove', { id: id('notes', s.a) }],
  (s, id) => [
    'interaction.add',
    {
      with: [...new Set([id('contacts', s.a), id('contacts', s.b)])],
      day: day(s.day),
      channel: 'call',
      ...(s.day % 5 === 0 ? { planned: true } : {}),
      ...(s.day % 7 === 0 ? { confidentialText: word(s.text) } : { summary: s.text }),
    },
  ],
  (s, id) => [
    'interaction.edit',
    { id: id('interactions', s.a), day: day(s.day), with: [id('contacts', s.b)] },
  ],
  (s, id) => ['interaction.remove', { id: id('interactions', s.a) }],
  (s, id) => ['interaction.happened', { id: id('interactions', s.a) }],
  (s, id) => [
    'commitment.add',
    { contact: id('contacts', s.a), by: 'me', text: s.text, madeOn: day(s.b), due: day(s.day) },
  ],
  (s, id) => [
    'request.add',
    {
      contact: id('contacts', s.a),
      askedOn: day(s.day % 1_000),
      ...(s.b % 3 === 0 ? { confidentialText: word(s.text) } : { text: word(s.text) }),
    },
  ],
  (s, id) => [
    'request.answer',
    {
      id: id('requests', s.a),
      ...(s.b % 2 === 0 ? { answer: 'yes', received: { kind: 'time' } } : { answer: 'not-now' }),
    },
  ],
  (s, id) => ['request.thank', { id: id('requests', s.a) }],
  (s, id) => ['exchange.remove', { id: id('exchanges', s.a) }],
  (s, id) => ['introduction.add', { a: id('contacts', s.a), b: id('contacts', s.b), stage: 'idea' }],
  (s, id) => [
    'introduction.add',
    { a: id('contacts', s.a), b: id('contacts', s.b), by: id('contacts', s.day), stage: 'introduced' },
  ],
  (s, id) => ['pair.same-later', { a: id('contacts', s.a), b: id('contacts', s.b) }],
  (s, id) => ['introduction.start', { a: id('contacts', s.a), b: id('contacts', s.b), why: s.text }],
  (s, id) => ['introduction.move', { id: id('introductions', s.a), stage: s.b % 2 ? 'asked' : 'introduced' }],
  (s, id) => [
    'introduction.consent',
    { id: id('introductions', s.a), side: s.b % 2 ? 'a' : 'b', consent: s.day % 2 ? 'yes' : 'no' },
  ],
  (s, id) => ['introduction.back', { id: id('introductions', s.a) }],
  (s, id) => ['atlas.pin', { id: id('contacts', s.a), x: s.a, y: s.b }],
  (s, id) => ['atlas.place', { spots: [{ id: id('contacts', s.b), x: s.day, y: 0.5 }] }],
  (s, id) => [
    'atlas.partition',
    {
      clusters: [{ id: `c${s.a % 3}`, name: word(s.text), tint: 1 + (s.b % 10) }],
      gone: s.day % 4 === 0 ? [id('clusters', s.b)] : [],
      members: [{ id: id('contacts', s.a), cluster: `c${s.a % 3}` }],
    },
  ],
  (s, id) => ['contact.merge', { into: id('contacts', s.a), gone: id('contacts', s.b) }],
  (s, id) => ['contact.split', { merge: id('merges', s.a) }],
  (s) => ['settings.change', { theme: s.a % 2 ? 'dark' : 'light' }],
  (s) => [
    'me.set',
    { name: { full: word(s.text) }, addresses: [{ kind: 'email', value: `p${s.b % 7}@example.org` }] },
  ],
  (s, id) => [
    'group-reminder.add',
    { name: 'class', contacts: [id('contacts', s.a)], everyDays: 365, next: day(s.day) },
  ],
  (s, id) => ['group-reminder.met', { id: id('groupReminders', s.a) }],
  (s, id) => ['group-reminder.skip', { id: id('groupReminders', s.a) }],
  (s, id) => [
    'shareable.add',
    { title: 'article', sent: [{ contact: id('contacts', s.a), day: day(s.day) }] },
  ],
  (s, id) => [
    'shareable.send',
    {
      id: id('shareables', s.a),
      contacts: [id('contacts', s.a), id('contacts', s.b)],
      ...(s.day % 2 === 0 ? { day: day(s.day % 1_500), channel: 'message' } : {}),
    },
  ],
  (s, id) => [
    'shareable.send',
    { id: `sent-${s.b % 20}`, add: { title: word(s.text) }, contacts: [id('contacts', s.a)] },
  ],
  (s, id) => [
    'shareable.edit',
    { id: id('shareables', s.a), title: word(s.text), text: s.b % 2 ? s.text : null },
  ],
  (s, id) => ['shareable.remove', { id: id('shareables', s.a) }],
  (s, id) => [
    'capture.log',
    {
      day: day(s.day),
      ...(s.b % 4 === 0 ? { id: `log-${s.a % 20}` } : {}),
      interaction: {
        with: [{ id: id('contacts', s.a) }, { name: word(s.text) }],
        channel: 'meal',
        direction: 'both',
        summary: s.text,
      },
      commitments: [{ by: 'them', who: [{ id: id('contacts', s.b) }], text: 'slides' }],
      exchanges: [{ direction: 'received', kind: 'gift', who: [{ name: 'B' }], text: s.text }],
      introductions:
        s.b % 3 === 0
          ? [
              {
                a: { id: id('contacts', s.a) },
                b: { id: id('contacts', s.b) },
                stage: 'introduced',
                why: 'grants',
              },
            ]
          : [],
      tags: [word(s.text)],
      confidential: s.a % 5 === 0,
    },
  ],
  (s, id) => [
    'plan.add',
    { title: word(s.text), places: ['Basel'], ...(s.b % 2 ? { person: id('contacts', s.a) } : {}) },
  ],
  (s, id) => ['plan.step', { plan: id('plans', s.a), text: word(s.text) }],
  (s, id) => ['plan.close', { id: id('plans', s.a), state: s.b % 2 ? 'done' : 'dropped', result: s.text }],
  (s, id) => ['plan.reopen', { id: id('plans', s.a) }],
  (s, id) => ['plan.remove', { id: id('plans', s.a) }],
  (s, id) => [
    'introduction.start',
    { a: id('contacts', s.a), b: id('contacts', s.b), plan: id('plans', s.day), sure: true },
  ],
];

/** The command that a step stands for in this network, or undefined where it makes no sense there. */
export function commandFor(network: ReadonlyNetwork, step: Step): readonly [string, JsonObject] | undefined {
  const maker = makers[step.kind % makers.length];
  if (maker === undefined) return undefined;
  const missing: TableName[] = [];
  const made = maker(step, (table, at) => {
    const id = pick(network, table, at);
    if (id === undefined) missing.push(table);
    return id ?? '';
  });
  return missing.length > 0 ? undefined : made;
}

/** Runs one step and applies it; the patches, or undefined where the command refused or made no sense. */
export function takeStep(
  network: Network,
  step: Step,
  context: CommandContext,
): readonly Patch[] | undefined {
  const made = commandFor(network, step);
  if (made === undefined) return undefined;
  try {
    const { patches } = run(network, commandNamed(made[0]), made[1], context);
    network.apply(patches);
    return patches;
  } catch (error) {
    if (error instanceof KithmapError && ['conflict', 'not-found', 'bad-argument'].includes(error.code)) {
      return undefined;
    }
    throw error;
  }
}
