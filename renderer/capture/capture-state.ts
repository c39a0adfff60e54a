/**
 * What quick capture keeps while the window is open: everybody by name, read in turns and kept true to every edit,
 * and what was typed and not logged yet.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { mentionOf } from '../../shared/capture/mentions';
import { PeopleIndex } from '../../shared/capture/people';
import type { CaptureContext } from '../../shared/capture/reader';
import type { Replica, ReplicaChange } from '../network/replica';
import { turns } from '../network/turns';

/** How a line is read, with everybody who can be offered. */
export interface LineContext extends CaptureContext {
  readonly people: PeopleIndex;
}

export interface Draft {
  readonly text: string;
  /** Keys of the names of which was said that they are new people. */
  readonly added: readonly string[];
}

interface Reading {
  readonly ready: boolean;
  /** Another number whenever somebody is called otherwise, came or went. */
  readonly revision: number;
}

export class CaptureState {
  readonly reading: StoreApi<Reading> = createStore<Reading>(() => ({ ready: false, revision: 0 }));
  readonly #replica: Replica;
  readonly #drafts = new Map<string, Draft>();
  readonly #ends: (() => void)[];
  #people: PeopleIndex;
  #generation = 0;

  constructor(replica: Replica) {
    this.#replica = replica;
    this.#people = this.#nobody();
    this.#ends = [
      replica.onChange((change) => this.#follow(change)),
      replica.state.subscribe((state, before) => {
        if (state.kind === 'ready' && before.kind !== 'ready') void this.#read();
      }),
    ];
    if (replica.state.getState().kind === 'ready') void this.#read();
  }

  get people(): PeopleIndex {
    return this.#people;
  }

  stop(): void {
    this.#generation += 1;
    for (const end of this.#ends) end();
  }

  /** What was typed before about these people, else their names to begin with. */
  draft(contacts: readonly string[]): Draft {
    const standing = this.#drafts.get(contacts.join());
    if (standing !== undefined) return standing;
    const names = contacts.flatMap((id) => {
      const person = this.#people.person(id);
      return person === undefined ? [] : [mentionOf({ state: 'known', id, name: person.name }, this.#people)];
    });
    // After the comma, what is typed is said of them, not by them: "called" is a call of mine.
    return { text: names.length === 0 ? '' : `${names.join(' ')}, `, added: [] };
  }

  keep(contacts: readonly string[], draft: Draft): void {
    this.#drafts.set(contacts.join(), draft);
  }

  forget(contacts: readonly string[]): void {
    this.#drafts.delete(contacts.join());
  }

  #nobody(): PeopleIndex {
    return new PeopleIndex((id) => this.#replica.summary(id).last);
  }

  async #read(): Promise<void> {
    const generation = (this.#generation += 1);
    this.#people = this.#nobody();
    this.reading.setState(({ revision }) => ({ ready: false, revision: revision + 1 }));
    this.#readOwner();
    const turn = turns();
    for (const { id } of this.#replica.list('contacts')) {
      this.#readOne(id);
      await turn.next();
      if (generation !== this.#generation) return;
    }
    this.reading.setState(({ revision }) => ({ ready: true, revision: revision + 1 }));
  }

  #follow({ patches }: ReplicaChange): void {
    let isOther = false;
    for (const { table, id } of patches) {
      if (table === 'contacts') this.#readOne(id);
      else if (table === 'settings') this.#readOwner();
      else continue;
      isOther = true;
    }
    if (isOther) this.reading.setState(({ revision }) => ({ revision: revision + 1 }));
  }

  #readOwner(): void {
    this.#people.me = this.#replica.network.get('settings', 'settings')?.me;
  }

  /** As somebody is now, which may be gone. */
  #readOne(id: string): void {
    const contact = this.#replica.network.get('contacts', id);
    if (contact === undefined) this.#people.delete(id);
    else this.#people.put(contact);
  }
}
