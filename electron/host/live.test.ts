import { describe, expect, it } from 'vitest';
import type { EditEvent } from '../../shared/contract';
import { Network } from '../../shared/model/network';
import { atOnce, type Steps } from '../../shared/steps';
import { Live, type Following } from './live';
import { Turns } from './turns';

const today = '2026-05-04';
const edit = (seq: number): EditEvent => ({
  type: 'edit',
  seq,
  client: 'me',
  name: 'x',
  label: 'X',
  at: '2026-05-04T09:00:00Z',
  patches: [],
});

/** Counts how often it was computed, and told of an edit. */
class Counting implements Following {
  prepared = 0;
  told = 0;
  #ready = false;

  changed(): void {
    this.told++;
  }

  forget(): void {
    this.#ready = false;
  }

  isReady(): boolean {
    return this.#ready;
  }

  *prepare(): Steps<void> {
    yield;
    this.prepared++;
    this.#ready = true;
  }
}

function live() {
  const looks = new Turns();
  const made: Counting[] = [];
  const store = { network: new Network() };
  const writing = {
    seq: 0,
    beside: <T>(look: () => Steps<T>): Promise<T> => looks.take(() => Promise.resolve(atOnce(look()))),
  };
  const state = new Live({ store, writing }, () => {
    const counting = new Counting();
    made.push(counting);
    return counting;
  });
  return { state, store, made };
}

describe('a live state', () => {
  it('is computed once for all who ask meanwhile', async () => {
    const { state, made } = live();
    await Promise.all([state.at(today), state.at(today), state.over(today, doubled)]);
    expect(made.map(({ prepared }) => prepared)).toEqual([1]);
  });

  it('is told of edits, and computed anew where one is missing', async () => {
    const { state, made } = live();
    await state.at(today);
    state.heard(edit(1));
    state.heard(edit(2));
    await state.at(today);
    expect(made[0]).toMatchObject({ told: 2, prepared: 1 });
    state.heard(edit(4));
    await state.at(today);
    expect(made[0]).toMatchObject({ told: 2, prepared: 2 });
  });

  it('is made anew of another network', async () => {
    const { state, store, made } = live();
    await state.at(today);
    store.network = new Network();
    expect(await state.over(today, doubled)).toBe(2);
    expect(made.map(({ prepared }) => prepared)).toEqual([1, 1]);
  });
});

function* doubled(state: Counting): Steps<number> {
  yield;
  return state.prepared * 2;
}
