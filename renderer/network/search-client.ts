/**
 * The page's line to the thread that searches: hands it the contacts of the replica and the notes of the host, then
 * every edit, and asks it for people.
 */
import type { Host, Result } from '../../shared/contract';
import { searchDocument } from '../../shared/search/document';
import { FromSearch, type ToSearch } from '../../shared/search/messages';
import type { Replica, ReplicaChange } from './replica';
import { turns } from './turns';

/** One end of a line to a thread. */
export interface SearchPort {
  post(message: ToSearch): void;
  onMessage(receive: (message: unknown) => void): void;
  stop(): void;
}
export type StartSearch = () => SearchPort;

/** Contacts or notes in one message. */
const slice = 200;

export class SearchClient {
  readonly #startSearch: StartSearch;
  readonly #replica: Replica;
  readonly #host: Host;
  readonly #asked = new Map<number, (contacts: readonly string[]) => void>();
  #port: SearchPort | undefined;
  #next = 1;
  #unwatch: (() => void)[] = [];

  constructor(startSearch: StartSearch, replica: Replica, host: Host) {
    this.#startSearch = startSearch;
    this.#replica = replica;
    this.#host = host;
  }

  /** Called when the replica is filled. */
  start(): void {
    const port = this.#startSearch();
    this.#port = port;
    port.onMessage((message) => {
      const { request, contacts } = FromSearch.parse(message);
      this.#asked.get(request)?.(contacts);
      this.#asked.delete(request);
    });
    this.#unwatch = [
      this.#replica.onChange((change) => this.#tell(change)),
      this.#replica.state.subscribe((state, before) => {
        if (state.kind === 'ready' && before.kind !== 'ready') void this.#load();
      }),
    ];
    void this.#load();
  }

  stop(): void {
    for (const end of this.#unwatch) end();
    this.#port?.stop();
    this.#port = undefined;
  }

  /** Ids of the people who fit every word, best first; none for an empty query. */
  async find(query: string, limit?: number): Promise<readonly string[]> {
    const port = this.#port;
    if (port === undefined || query.trim() === '') return [];
    const request = this.#next;
    this.#next += 1;
    return new Promise((resolve) => {
      this.#asked.set(request, resolve);
      port.post({ type: 'find', request, query, limit });
    });
  }

  async #load(): Promise<void> {
    this.#port?.post({ type: 'clear' });
    const turn = turns();
    const contacts = [...this.#replica.network.all('contacts')];
    for (let at = 0; at < contacts.length; at += slice) {
      this.#port?.post({ type: 'put', documents: contacts.slice(at, at + slice).map(searchDocument) });
      await turn.next();
    }
    await this.#loadNotes().catch(() => undefined); // names are found all the same
  }

  async #loadNotes(): Promise<void> {
    let stream: string | undefined;
    for (let done = false; !done;) {
      const answer: Result<'searchTexts'> = await this.#host.call('searchTexts', { stream });
      ({ stream, done } = answer);
      const notes = answer.texts.map(({ note, contact, text }) => ({ id: note, contact, text }));
      this.#port?.post({ type: 'notes', notes });
    }
  }

  #tell({ patches }: ReplicaChange): void {
    const contacts = new Set<string>();
    const notes: Extract<ToSearch, { type: 'notes' }>['notes'] = [];
    for (const { table, id, after } of patches) {
      if (table === 'contacts') contacts.add(id);
      if (table !== 'notes') continue;
      const text = after?.['text'];
      const contact = after?.['contact'];
      if (after !== null && typeof text !== 'string') continue;
      notes.push({
        id,
        ...(typeof contact === 'string' ? { contact } : {}),
        ...(typeof text === 'string' ? { text } : {}),
      });
    }
    const present = [...contacts].map((id) => ({ id, contact: this.#replica.network.get('contacts', id) }));
    const documents = present.flatMap(({ contact }) =>
      contact === undefined ? [] : [searchDocument(contact)],
    );
    const gone = present.flatMap(({ id, contact }) => (contact === undefined ? [id] : []));
    if (documents.length > 0) this.#port?.post({ type: 'put', documents });
    if (gone.length > 0) this.#port?.post({ type: 'remove', contacts: gone });
    if (notes.length > 0) this.#port?.post({ type: 'notes', notes });
  }
}
