import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json';
import type { Network } from '../model/network';
import { difference } from '../model/patch';
import { finish } from './chunked';
import { changeMessages, feedMessages } from './feed-messages';
import { Answers } from './service-answers';
import { People } from './service-people';
import { ServiceState, untouched } from './service-state';
import { type Edited, plantedNetwork } from './service.testing';
import type { AnalysisView } from './service-messages';

const view: AnalysisView = { asOf: '2026-03-01', guessedFrom: 0.5, layout: false };
const createdAt = '2026-01-01T00:00:00Z';

/** A network and what the analysis holds of it. That it is what building it anew gives is seen in service-live.test.ts. */
class Followed {
  readonly network: Network;
  readonly touched = untouched();
  readonly state = new ServiceState();
  readonly people: People;
  #seq = 0;

  constructor(network: Network) {
    this.network = network;
    for (const message of feedMessages(network, 0)) {
      if (message.type !== 'load') continue;
      for (const row of message.rows) this.state.load(message.table, row, this.touched);
    }
    const answers = new Answers(this.state, this.touched.ties);
    this.people = new People(this.state, answers, (id) => this.state.isMeasured(id));
    this.#follow();
  }

  edit(...entities: readonly Edited[]): void {
    const patches = entities.flatMap(([table, id, after]) => {
      const before: JsonObject | undefined = this.network.get(table, id);
      return difference(table, id, before ? { ...before } : null, after) ?? [];
    });
    this.network.apply(patches);
    for (const message of changeMessages(++this.#seq, patches)) {
      if (message.type !== 'changes') continue;
      for (const patch of message.patches) this.state.apply(patch, this.touched);
    }
    this.#follow();
  }

  #follow(): void {
    this.touched.ties.clear();
    finish(this.people.follow(this.touched, view));
    this.touched.people.clear();
    this.touched.traits.clear();
  }
}

describe('the people who count, and their ties', () => {
  test('are followed by an edit without building anything anew', () => {
    const followed = new Followed(plantedNetwork(4, 30));
    const { graph } = followed.people;
    followed.edit(['ties', 't', { id: 't', a: 'g0p3', b: 'g1p4', state: 'known', createdAt }]);
    expect(followed.people.graph).toBe(graph);
    followed.people.forget();
    followed.edit(['ties', 't', null]);
    expect(followed.people.graph).not.toBe(graph);
  });
});
