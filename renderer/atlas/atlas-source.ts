/**
 * Keeps the model of the map in step with the network and the analysis: filled in turns when a map is first shown,
 * then changed entity by entity as edits and answers come, also while other screens are shown, so that coming back
 * takes nothing.
 */
import type { Contact, Tie } from '../../shared/model/entities';
import { nameOf } from '../app/words';
import type { ReplicaChange } from '../network/replica';
import type { Session } from '../network/session';
import { turns } from '../network/turns';
import { AtlasModel, diameterOf, type Person } from './scene/atlas-model';
import { bridgesOf } from './scene/bridges';
import type { Bridge } from './map/bridge-signs';

export interface SourceNews {
  /** Where those who moved stood before. */
  readonly from: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

const nobodyMoved: SourceNews['from'] = new Map();

export class AtlasSource {
  readonly model = new AtlasModel();
  readonly #session: Session;
  readonly #listeners = new Set<(news: SourceNews) => void>();
  #ends: (() => void)[] = [];
  #filling = 0;
  #filled: Promise<void> | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The one that all maps of a session share. */
  static of(session: Session): AtlasSource {
    return session.keep(AtlasSource, () => new AtlasSource(session));
  }

  /** Fills the model and follows what changes, if it does not yet. Resolves when it is filled. */
  start(): Promise<void> {
    this.#filled ??= this.#follow();
    return this.#filled;
  }

  /** Hears of every change of the model. @returns a function that ends it */
  listen(listener: (news: SourceNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(news: SourceNews): void {
    for (const listener of this.#listeners) listener(news);
  }

  #follow(): Promise<void> {
    const { replica, analysis } = this.#session;
    this.#ends = [
      replica.onChange((change) => this.#take(change)),
      replica.state.subscribe((now, before) => {
        if (now.kind === 'ready' && before.kind !== 'ready') void this.#fill();
      }),
      analysis.listen(({ contacts, ties, clusters }) => {
        for (const id of clusters) this.#putCluster(id);
        for (const id of contacts) this.#putPerson(id);
        for (const id of ties) this.#putTie(id);
        this.#tell({ from: nobodyMoved });
      }),
    ];
    return this.#fill();
  }

  stop(): void {
    this.#filling++;
    for (const end of this.#ends) end();
  }

  bridges(): Bridge[] {
    return bridgesOf(
      this.model,
      [...this.#session.analysis.connectors].filter(({ ring }) => ring),
    );
  }

  async #fill(): Promise<void> {
    const mine = ++this.#filling;
    const { replica } = this.#session;
    const turn = turns();
    this.model.clear();
    for (const { id } of replica.list('clusters')) this.#putCluster(id);
    for (const { id } of replica.list('contacts')) {
      this.#putPerson(id);
      await turn.next();
      if (mine !== this.#filling) return;
    }
    for (const { id } of replica.list('ties')) {
      this.#putTie(id);
      await turn.next();
      if (mine !== this.#filling) return;
    }
    this.#tell({ from: nobodyMoved });
  }

  #take({ patches }: ReplicaChange): void {
    const before = new Map<string, { x: number; y: number }>();
    let touched = false;
    for (const { table, id } of patches) {
      if (table === 'contacts' || table === 'positions') {
        const stood = this.model.people.get(id);
        this.#putPerson(id);
        const stands = this.model.people.get(id);
        if (stood !== undefined && stands !== undefined && (stood.x !== stands.x || stood.y !== stands.y)) {
          before.set(id, { x: stood.x, y: stood.y });
        }
        touched = true;
      } else if (table === 'ties') {
        this.#putTie(id);
        touched = true;
      } else if (table === 'clusters') {
        this.#putCluster(id);
        touched = true;
      } else if (table === 'settings') {
        this.#everyone();
        touched = true;
      }
    }
    if (touched) this.#tell({ from: before });
  }

  /** Me was shown or hidden, or is somebody else. */
  #everyone(): void {
    const { replica } = this.#session;
    const me = replica.network.get('settings', 'settings')?.me;
    for (const person of this.model.people.values()) if (person.isMe) this.#putPerson(person.id);
    if (me !== undefined) this.#putPerson(me);
  }

  #putCluster(id: string): void {
    const { replica, analysis } = this.#session;
    const cluster = replica.network.get('clusters', id);
    if (cluster === undefined) {
      this.model.removeCluster(id);
      return;
    }
    const { name, tint } = cluster;
    const clarity = analysis.cluster(id)?.clarity ?? undefined;
    this.model.setCluster({ id, name, tint, ...(clarity === undefined ? {} : { clarity }) });
  }

  #putPerson(id: string): void {
    const { network } = this.#session.replica;
    const contact = network.get('contacts', id);
    const person = contact === undefined ? undefined : this.#person(contact);
    if (person === undefined) this.model.removePerson(id);
    else this.model.setPerson(person);
  }

  /** Undefined for whom the map does not show: archived, without a place yet, or me while hidden. */
  #person(contact: Contact): Person | undefined {
    const { replica, analysis } = this.#session;
    const settings = replica.network.get('settings', 'settings');
    const isMe = settings?.me === contact.id;
    if (contact.archived === true || (isMe && !settings.showMe)) return undefined;
    const position = replica.network.get('positions', contact.id);
    if (position?.x === undefined || position.y === undefined) return undefined;
    const warmth = analysis.warmth(contact.id);
    return {
      id: contact.id,
      name: nameOf(contact),
      x: position.x,
      y: position.y,
      diameter: isMe ? 18 : diameterOf(contact.circle, contact.stub === true),
      ...(position.cluster === undefined ? {} : { cluster: position.cluster }),
      warmth: warmth?.step ?? 0,
      cooling: warmth?.state === 'cooling',
      connector: analysis.connector(contact.id)?.ring ?? false,
      pinned: position.pinned === true,
      isMe,
    };
  }

  #putTie(id: string): void {
    const { replica, analysis } = this.#session;
    const tie = replica.network.get('ties', id);
    const told = analysis.strength(id);
    // Looking at the past: a tie that was not there yet is not drawn.
    if (tie === undefined || told?.there === false) this.model.removeTie(id);
    else {
      const strength = told?.strength ?? givenStrength(tie);
      this.model.setTie({ id, a: tie.a, b: tie.b, known: tie.state === 'known', strength });
    }
  }
}

function givenStrength({ weight, closeness }: Tie): number {
  return weight ?? closeness ?? 1;
}
