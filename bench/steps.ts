/**
 * The longest step of what the host works out beside other answers: each form of export, and comparing files of each kind
 * with a network that has as many people. Of three runs the best of each
 * step counts, so that it is the work and not the machine.
 */
import { exportSteps } from '../electron/host/exports';
import { deflated } from '../electron/host/deflated';
import { exportFormats } from '../shared/formats/export-formats';
import type { EncounterRecord, FormatName, ImportItem } from '../shared/formats/record';
import { guessesSteps } from '../shared/guesses/guesses';
import { planningSteps, WaitingItems } from '../shared/imports/index';
import { Network } from '../shared/model/network';
import type { Patch } from '../shared/model/patch';
import { benchToday, makeNetwork } from './make-network';
import type { Figure } from './report';

const now = `${benchToday}T09:00:00.000Z`;
const runs = 3;

export function measureSteps(people: number): Figure[] {
  const network = new Network();
  for (const piece of makeNetwork(people).pieces) network.apply(piece.map(guessed));
  return [
    ...exportFormats.flatMap((format) => {
      const asked = { today: benchToday, now: new Date(now), locale: 'en-GB', list: [], confidential: false };
      const steps = () => exportSteps(network, format, { ...asked, choice: { guessed: true } }, 'nonce');
      return figures(`export, ${format}`, people, steps);
    }),
    ...Object.entries(files).flatMap(([name, { format, items }]) => {
      const waiting = new WaitingItems(deflated);
      for (const item of items(people)) waiting.add(item);
      return figures(`compare ${name}`, people, () => planning(network, name, format, waiting));
    }),
    ...figures('guesses', people, () =>
      guessesSteps(
        { network, today: benchToday, locale: 'en-GB' },
        {
          ...{ above: 0, by: 'group', without: [], again: false, offset: 0, limit: 50 },
        },
      ),
    ),
  ];
}

/** Every tie of the network is a guess. */
function guessed(patch: Patch): Patch {
  if (patch.table !== 'ties') return patch;
  const confidence = 0.1 + (patch.id.length * 7 + patch.id.charCodeAt(patch.id.length - 1)) / 1_000;
  return { ...patch, after: { ...patch.after, state: 'inferred', confidence } };
}

function figures(what: string, people: number, steps: () => Generator<unknown, unknown>): Figure[] {
  const taken = Array.from({ length: runs }, () => [...durations(steps())]);
  const totals = taken.map((all) => all.reduce((sum, one) => sum + one, 0));
  // A step is as long as it took when nothing else came between.
  const longest = (taken[0] ?? []).reduce(
    (most, _, at) => Math.max(most, Math.min(...taken.map((all) => all[at] ?? 0))),
    0,
  );
  return [
    { what, people, value: Math.min(...totals), unit: 'ms of work' },
    { what: `longest step of it (${what})`, people, value: longest, unit: 'ms of work' },
  ];
}

/** For how long the processor was at each step, in ms: others on the machine do not count. */
function* durations(steps: Generator<unknown, unknown>): Generator<number> {
  for (let done = false; !done;) {
    const began = process.cpuUsage();
    done = steps.next().done === true;
    const { user, system } = process.cpuUsage(began);
    yield (user + system) / 1_000;
  }
}

function planning(
  network: Network,
  name: string,
  format: FormatName,
  items: WaitingItems,
): Generator<unknown, unknown> {
  let ids = 0;
  const context = {
    now,
    ...{ today: benchToday, batch: 'bench', tiesAre: 'known' as const, packing: deflated },
    mine: [{ kind: 'email' as const, value: 'me@example.org' }],
    newId: () => `n${(ids += 1)}`,
  };
  return planningSteps(network, [{ name, format }], [items], context);
}

/** Files of so many records: one half about people who are there, the other about people who are not. */
const files: Readonly<
  Record<string, { readonly format: FormatName; readonly items: (count: number) => Generator<ImportItem> }>
> = {
  'an address book': { format: 'vcard', items: cards },
  'a list of ties': { format: 'edges', items: ties },
  mails: { format: 'mail', items: mails },
  'a whole network': { format: 'kithmap', items: whole },
};

function* cards(count: number): Generator<ImportItem> {
  for (let i = 0; i < count; i++) {
    const name = `Given Family ${i}`;
    yield {
      ...{ kind: 'contact', line: i + 1, key: `uid-${i}`, identity: [name], relations: [] },
      fields: {
        name: { full: name },
        emails: [{ value: i % 2 === 0 ? `person${i}@example.org` : `new${i}@example.org` }],
        phones: [{ value: `+41 44 ${1_000_000 + i}` }],
      },
      notes: [`Met there, in ${2_000 + (i % 25)}`],
    };
  }
}

function* ties(count: number): Generator<ImportItem> {
  for (let i = 0; i < count; i++) {
    yield {
      kind: 'tie',
      line: i + 1,
      a: `Somebody ${i % 9_001}`,
      b: `Somebody ${(i * 7) % 8_999}`,
      weight: 1,
    };
  }
}

function* mails(count: number): Generator<EncounterRecord> {
  const address = (i: number): string => (i % 2 === 0 ? `person${i}@example.org` : `new${i}@example.org`);
  for (let i = 0; i < count; i++) {
    const [from, to] = i % 3 === 0 ? ['me@example.org', address(i)] : [address(i), 'me@example.org'];
    yield {
      ...{ kind: 'encounter', line: i * 20, key: `mail ${i}`, sort: 'mail', channel: 'mail' },
      ...{ day: `2025-0${1 + (i % 9)}-1${i % 9}`, title: `About ${i % 997}` },
      participants: [
        { role: 'from', email: from },
        { role: 'to', email: to },
        { role: 'cc', email: address((i * 13) % count) },
      ],
    };
  }
}

/** A network that was written whole and of which the half is there. */
function* whole(count: number): Generator<ImportItem> {
  for (let i = 0; i < count; i++) {
    const id = `p${i * 2}`;
    const row = { id, name: { full: `Somebody ${i}` }, createdAt: now };
    yield { kind: 'whole', line: 1, table: 'contacts', row };
    yield {
      kind: 'whole',
      line: 1,
      table: 'notes',
      row: { id: `x${i}`, contact: id, text: 'A note', at: now, day: benchToday },
    };
  }
}
