/** A service on a clock of the test's own, and networks to feed it with. */
import type { JsonObject } from '../json';
import { Network } from '../model/network';
import { difference, type Patch } from '../model/patch';
import type { TableName } from '../model/table-names';
import { changeMessages, feedMessages } from './feed-messages';
import { seededRandom } from './random';
import { startAnalysis } from './service';
import type { AnalysisView, FromAnalysis } from './service-messages';

const moment = '2026-01-01T00:00:00Z';

/** Groups of people who know each other by chance; ids are `g<group>p<person>`, and `alone<i>`. */
export function plantedNetwork(groupCount: number, each: number, alone = 0): Network {
  const random = seededRandom(3);
  const network = new Network();
  const person = (id: string, fields: JsonObject = {}): void =>
    network.load('contacts', id, { id, name: { full: id }, createdAt: moment, ...fields });
  const tie = (a: string, b: string): void => {
    const [first, second] = a < b ? [a, b] : [b, a];
    if (network.index.tieBetween(first, second) !== undefined) return;
    const id = `${first}-${second}`;
    network.load('ties', id, { id, a: first, b: second, state: 'known', createdAt: moment });
  };
  for (let group = 0; group < groupCount; group++) {
    for (let i = 0; i < each; i++) {
      const id = `g${group}p${i}`;
      person(id, { organisations: [{ name: `Works ${group}` }], circle: i === 0 ? 'close' : undefined });
      if (i > 0) tie(id, `g${group}p${random.below(i)}`);
      for (let j = 0; j < i; j++) if (random.next() < 0.35) tie(id, `g${group}p${j}`);
    }
  }
  // One person of the first group knows someone in every other.
  for (let group = 1; group < groupCount; group++) tie('g0p0', `g${group}p1`);
  for (let i = 0; i < alone; i++) person(`alone${i}`);
  return network;
}

/** An entity as it is after an edit; null: gone. */
export type Edited = [TableName, string, JsonObject | null];

export function interaction(
  id: string,
  day: string,
  contact: string,
  fields: JsonObject = {},
): [TableName, string, JsonObject] {
  return ['interactions', id, { id, day, channel: 'call', with: [contact], ...fields }];
}

export class ServiceOnTheBench {
  readonly answers: FromAnalysis[] = [];
  /** How often the service looked at the clock in each turn. */
  readonly looks: number[] = [];
  readonly #waiting: (() => void)[] = [];
  #receive: (message: unknown) => void = () => undefined;
  /** A millisecond passes with every look at the clock. */
  #clock = 0;
  #looks = 0;
  #seq = 0;
  readonly network: Network;

  constructor(network: Network, view: Partial<AnalysisView> = {}) {
    this.network = network;
    startAnalysis(
      {
        // As a thread would get it: a copy.
        post: (message) => this.answers.push(structuredClone(message)),
        onMessage: (receive) => (this.#receive = receive),
      },
      {
        soon: (run) => this.#waiting.push(run),
        now: () => {
          this.#looks++;
          return ++this.#clock;
        },
      },
    );
    this.tell({ type: 'start', view: { asOf: '2026-03-01', guessedFrom: 0.5, layout: true, ...view } });
  }

  tell(message: unknown): void {
    this.#receive(structuredClone(message));
  }

  load(): void {
    for (const message of feedMessages(this.network, this.#seq)) this.tell(message);
  }

  /** Applies an edit to the network and passes its patches on, as a page would. */
  edit(...entities: Edited[]): void {
    const patches = entities.flatMap(([table, id, after]): Patch[] => {
      const before: JsonObject | undefined = this.network.get(table, id);
      const patch = difference(table, id, before ? { ...before } : null, after);
      return patch === undefined ? [] : [patch];
    });
    this.network.apply(patches);
    for (const message of changeMessages(++this.#seq, patches)) this.tell(message);
  }

  /** One turn of the thread. */
  turn(): boolean {
    const run = this.#waiting.shift();
    if (run === undefined) return false;
    this.#looks = 0;
    run();
    this.looks.push(this.#looks);
    return true;
  }

  /** Until nothing is left to do. @returns what was answered. */
  settle(): FromAnalysis[] {
    const from = this.answers.length;
    while (this.turn());
    return this.answers.slice(from);
  }

  all<T extends FromAnalysis['type']>(type: T): Extract<FromAnalysis, { type: T }>[] {
    return ofType(this.answers, type);
  }
}

export function ofType<T extends FromAnalysis['type']>(
  answers: readonly FromAnalysis[],
  type: T,
): Extract<FromAnalysis, { type: T }>[] {
  return answers.filter((answer): answer is Extract<FromAnalysis, { type: T }> => answer.type === type);
}
