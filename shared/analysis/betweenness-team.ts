/**
 * Betweenness by two threads: sources are handed out in small lots to whoever is free, each adds up what its own find,
 * and the sums are added at the end. Without an assistant, or when it fails, one thread does it all.
 *
 *   coordinator --begin, lot, lot, give--> assistant
 *   coordinator <--done, done, sums------- assistant
 */
import { z } from 'zod';
import { type Betweenness, type BetweennessOptions, resultOf } from './betweenness';
import { type Plan, planOf } from './betweenness-plan';
import { emptyTally, type Search, searchOf, type Tally } from './betweenness-search';
import type { Chunked } from './chunked';
import type { Graph } from './graph';
import type { Port } from './service-messages';

const Job = z.int();
const Int32s = z.custom<Int32Array>((value) => value instanceof Int32Array);
const Float64s = z.custom<Float64Array>((value) => value instanceof Float64Array);
const ToAssistant = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('begin'),
    job: Job,
    size: z.int(),
    offsets: Int32s,
    neighbours: Int32s,
    weights: Float64s,
    weighted: z.boolean(),
  }),
  z.object({ type: z.literal('lot'), job: Job, from: z.int(), to: z.int() }),
  z.object({ type: z.literal('give'), job: Job }),
]);
export type ToAssistant = z.infer<typeof ToAssistant>;
const FromAssistant = z.discriminatedUnion('type', [
  z.object({ type: z.literal('done'), job: Job }),
  z.object({ type: z.literal('sums'), job: Job, places: Float64s }),
  z.object({ type: z.literal('failed'), job: Job }),
]);
export type FromAssistant = z.infer<typeof FromAssistant>;

/** Below so many sources a second thread is not worth its copy of the graph. */
const leastSources = 400;
/** Sources in a lot: a few milliseconds' work, so that neither thread waits long for the other at the end. */
const lots = 200;
/** Lots that the assistant has at once: the next is there when one is done. */
const ahead = 2;
/** Arcs looked at between two yields; about a millisecond. */
const arcsPerChunk = 500_000;

interface Lot {
  readonly from: number;
  readonly to: number;
}

/** One side: hands out, works along, adds up. One job at a time; a new one ends the one before. */
export class BetweennessTeam {
  readonly #assistant: Port<ToAssistant, unknown> | undefined;
  #job = 0;
  #hear: (message: FromAssistant) => void = () => undefined;

  constructor(assistant?: Port<ToAssistant, unknown>) {
    this.#assistant = assistant;
    assistant?.onMessage((message) => {
      const parsed = FromAssistant.safeParse(message);
      if (parsed.success && parsed.data.job === this.#job) this.#hear(parsed.data);
    });
  }

  /** As `betweenness`. To give it up, do not ask it for more. */
  *betweenness(graph: Graph, options: Pick<BetweennessOptions, 'weighted'> = {}): Chunked<Betweenness> {
    const plan = planOf(graph, options);
    const tally = emptyTally(plan, false);
    const search = searchOf(plan);
    const length = Math.max(1, Math.ceil(plan.size / lots));
    let next = 0;
    const take = (): Lot | undefined => {
      if (next >= plan.size) return undefined;
      const lot = { from: next, to: Math.min(plan.size, next + length) };
      next = lot.to;
      return lot;
    };
    const shared =
      plan.size >= leastSources ? this.#share(graph, options.weighted === true, take) : undefined;
    const paced = new Paced(search, plan.size);
    for (let lot = take(); lot !== undefined; lot = take()) yield* paced.lot(lot, tally);
    if (shared !== undefined) {
      shared.give();
      const sums = yield* sumsOrOwn(shared, plan, search);
      for (let place = 0; place < plan.size; place++) tally.places[place]! += sums[place]!;
    }
    return resultOf(graph, plan, tally);
  }

  #share(graph: Graph, weighted: boolean, take: () => Lot | undefined): Shared | undefined {
    const assistant = this.#assistant;
    if (assistant === undefined) return undefined;
    const job = ++this.#job;
    const handed: Lot[] = [];
    let sums: Float64Array | undefined;
    let over = false;
    const hand = (): void => {
      const lot = over ? undefined : take();
      if (lot === undefined) return;
      handed.push(lot);
      assistant.post({ type: 'lot', job, ...lot });
    };
    this.#hear = (message) => {
      if (message.type === 'done') {
        hand();
        return;
      }
      over = true;
      if (message.type === 'sums') sums = message.places;
    };
    const { size, offsets, neighbours, weights } = graph;
    assistant.post({ type: 'begin', job, size, offsets, neighbours, weights, weighted });
    for (let i = 0; i < ahead; i++) hand();
    return {
      lots: handed,
      give: () => assistant.post({ type: 'give', job }),
      sums: () => sums,
    };
  }
}

interface Shared {
  /** What the assistant was handed. */
  readonly lots: readonly Lot[];
  /** All is handed out: the assistant shall give what it found. */
  give(): void;
  /** Undefined until it has, and for good where it failed. */
  sums(): Float64Array | undefined;
}

/**
 * What the assistant found. Until it says so, its lots are searched here as well, lot by lot: so
 * one that failed or fell silent holds up nobody.
 */
function* sumsOrOwn(shared: Shared, plan: Plan, search: Search): Chunked<Float64Array> {
  const own = emptyTally(plan, false);
  const paced = new Paced(search, plan.size);
  for (const lot of shared.lots) {
    yield 1; // to hear it
    const sums = shared.sums();
    if (sums?.length === plan.size) return sums;
    yield* paced.lot(lot, own);
  }
  return own.places;
}

/** Lot by lot in short pieces, of which one may go on from one lot into the next. */
class Paced {
  readonly #search: Search;
  readonly #all: number;
  #arcs = 0;

  constructor(search: Search, all: number) {
    this.#search = search;
    this.#all = all;
  }

  *lot({ from, to }: Lot, tally: Tally): Chunked<void> {
    for (let source = from; source < to; source++) {
      this.#arcs += this.#search(source, tally) + 100;
      if (this.#arcs < arcsPerChunk) continue;
      this.#arcs = 0;
      yield source / this.#all;
    }
  }
}

/** The other side. Lots are worked on between two messages, so that a dropped job ends with the lot at hand. */
export function startBetweennessAssistant(port: Port<FromAssistant, unknown>): void {
  let job = 0;
  let search: Search | undefined;
  let tally: Tally | undefined;
  port.onMessage((message) => {
    const parsed = ToAssistant.safeParse(message);
    if (!parsed.success) return;
    const told = parsed.data;
    try {
      switch (told.type) {
        case 'begin': {
          const plan = planOf(told, { weighted: told.weighted });
          job = told.job;
          search = searchOf(plan);
          tally = emptyTally(plan, false);
          break;
        }
        case 'lot':
          if (told.job !== job || search === undefined || tally === undefined) break;
          for (let source = told.from; source < told.to; source++) search(source, tally);
          port.post({ type: 'done', job });
          break;
        case 'give':
          if (told.job === job && tally !== undefined) port.post({ type: 'sums', job, places: tally.places });
          break;
      }
    } catch {
      search = undefined;
      tally = undefined;
      port.post({ type: 'failed', job: told.job });
    }
  });
}
