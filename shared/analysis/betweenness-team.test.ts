import { describe, expect, test } from 'vitest';
import { betweenness } from './betweenness';
import {
  BetweennessTeam,
  type FromAssistant,
  startBetweennessAssistant,
  type ToAssistant,
} from './betweenness-team';
import { type Chunked, finish } from './chunked';
import { buildGraph, type Graph } from './graph';
import { seededRandom } from './random';

function randomGraph(people: number, ties: number, seed: number): Graph {
  const random = seededRandom(seed);
  const a = Array.from({ length: ties }, () => random.below(people));
  return buildGraph(people, {
    a,
    b: a.map(() => random.below(people)),
    weight: a.map(() => 1 + random.below(3)),
  });
}

/** Two threads on one: messages wait until they are delivered. */
class Wire {
  readonly toAssistant: ToAssistant[] = [];
  readonly fromAssistant: FromAssistant[] = [];
  readonly team: BetweennessTeam;
  #assistant: (message: unknown) => void = () => undefined;
  #coordinator: (message: unknown) => void = () => undefined;

  constructor() {
    this.team = new BetweennessTeam({
      post: (message) => this.toAssistant.push(structuredClone(message)),
      onMessage: (receive) => (this.#coordinator = receive),
    });
    startBetweennessAssistant({
      post: (message) => this.fromAssistant.push(structuredClone(message)),
      onMessage: (receive) => (this.#assistant = receive),
    });
  }

  /** Each thread hears one message, if there is one. */
  deliver(): void {
    const told = this.toAssistant.shift();
    if (told !== undefined) this.#assistant(told);
    const heard = this.fromAssistant.shift();
    if (heard !== undefined) this.#coordinator(heard);
  }

  tell(message: FromAssistant): void {
    this.#coordinator(message);
  }

  run<T>(work: Chunked<T>): T {
    for (;;) {
      const piece = work.next();
      if (piece.done === true) return piece.value;
      this.deliver();
    }
  }
}

const expectSame = (found: Float64Array, graph: Graph, weighted = false): void => {
  const alone = finish(betweenness(graph, { weighted })).pairs;
  found.forEach((value, person) => expect(value).toBeCloseTo(alone[person]!, 6));
};

describe('betweenness by two threads', () => {
  const graph = randomGraph(900, 6_000, 3);

  test('is that of one, and both have worked', () => {
    const wire = new Wire();
    let lots = 0;
    const work = wire.team.betweenness(graph);
    let pairs: Float64Array | undefined;
    while (pairs === undefined) {
      const piece = work.next();
      lots += wire.toAssistant.filter(({ type }) => type === 'lot').length;
      if (piece.done === true) pairs = piece.value.pairs;
      else wire.deliver();
    }
    expectSame(pairs, graph);
    expect(lots).toBeGreaterThan(2);
  });

  test('weighted as well', () => {
    const small = randomGraph(450, 1_500, 4);
    const wire = new Wire();
    expectSame(wire.run(wire.team.betweenness(small, { weighted: true })).pairs, small, true);
  });

  test('a job given up leaves nothing in the next one', () => {
    const wire = new Wire();
    const first = wire.team.betweenness(graph);
    for (let piece = 0; piece < 5; piece++) {
      first.next();
      wire.deliver();
    }
    const other = randomGraph(700, 4_000, 9);
    expectSame(wire.run(wire.team.betweenness(other)).pairs, other);
  });

  test('what a failed assistant was handed is done by the other', () => {
    const wire = new Wire();
    const work = wire.team.betweenness(graph);
    work.next();
    for (let i = 0; i < 6; i++) wire.deliver();
    wire.tell({ type: 'failed', job: 1 });
    expectSame(finish(work).pairs, graph);
  });

  test('what a silent assistant was handed is done by the other as well', () => {
    const wire = new Wire();
    expectSame(finish(wire.team.betweenness(graph)).pairs, graph);
    expect(wire.toAssistant.filter(({ type }) => type === 'lot').length).toBeGreaterThan(0);
  });

  test('without an assistant, or on a small network, one does it all', () => {
    expectSame(finish(new BetweennessTeam().betweenness(graph)).pairs, graph);
    const wire = new Wire();
    const small = randomGraph(60, 200, 5);
    expectSame(finish(wire.team.betweenness(small)).pairs, small);
    expect(wire.toAssistant).toEqual([]);
  });

  test('the work comes in short pieces, however small the lots are that it is dealt out in', () => {
    let pieces = 0;
    for (const work = new BetweennessTeam().betweenness(graph); work.next().done !== true;) pieces++;
    // 900 searches over some 7,000 arcs, half a million arcs a piece.
    expect(pieces).toBeGreaterThan(8);
  });

  test('an assistant that is told nonsense, or of a job it does not have, does nothing', () => {
    const heard: FromAssistant[] = [];
    let tell: (message: unknown) => void = () => undefined;
    startBetweennessAssistant({
      post: (message) => heard.push(message),
      onMessage: (receive) => {
        tell = receive;
      },
    });
    tell('nonsense');
    tell({ type: 'lot', job: 4, from: 0, to: 9 });
    expect(heard).toEqual([]);
  });
});
