/**
 * Keeps the model of the map in step with the network and the analysis: filled in turns at the start, then changed
 * entity by entity as edits and answers come.
 */
import type { Contact, Tie } from '../../shared/model/entities';
import { nameOf } from '../app/words';
import type { ReplicaChange } from '../network/replica';
import type { Session } from '../network/session';
import { turns } from '../network/turns';
import { AtlasModel, diameterOf, type Person } from './scene/atlas-model';
import { bridgesOf } from './scene/bridges';
import type { Bridge } from './map/marks-layer';

export interface SourceNews {
  /** Where those who moved stood before. */
  readonly from: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

const nobodyMoved: SourceNews['from'] = new Map();

export class AtlasSource {
  readonly model = new AtlasModel();
  readonly #session: Session;
  readonly #onNews: (news: SourceNews) => void;
  #ends: (() => void)[] = [];
  #filling = 0;

  constructor(session: Session, onNews: (news: SourceNews) => void) {
    this.#session = session;
    this.#onNews = onNews;
  }

  /** Fills the model and follows what changes. Resolves when it is filled for the first time. */
  async start(): Promise<void> {
    const { replica, analysis } = this.#session;
    this.#ends = [
      replica.onChange((change) => this.#take(change)),
      replica.state.subscribe((now, before) => {
        if (now.kind === 'ready' && before.kind !== 'ready') void this.#fill();
      }),
      analysis.listen(({ contacts, ties }) => {
        for (const id of contacts) this.#putPerson(id);
        for (const id of ties) this.#putTie(id);
        this.#onNews({ from: nobodyMoved });
      }),
    ];
    await this.#fill();
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
    for (const { id, name, tint } of replica.list('clusters')) this.model.setCluster({ id, name, tint });
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
    this.#onNews({ from: nobodyMoved });
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
        const cluster = this.#session.replica.network.get('clusters', id);
        if (cluster === undefined) this.model.removeCluster(id);
        else this.model.setCluster({ id, name: cluster.name, tint: cluster.tint });
        touched = true;
      } else if (table === 'settings') {
        this.#everyone();
        touched = true;
      }
    }
    if (touched) this.#onNews({ from: before });
  }

  /** Me was shown or hidden, or is somebody else. */
  #everyone(): void {
    const { replica } = this.#session;
    const me = replica.network.get('settings', 'settings')?.me;
    for (const person of this.model.people.values()) if (person.isMe) this.#putPerson(person.id);
    if (me !== undefined) this.#putPerson(me);
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
    if (tie === undefined) this.model.removeTie(id);
    else {
      const strength = analysis.strength(id)?.strength ?? givenStrength(tie);
      this.model.setTie({ id, a: tie.a, b: tie.b, known: tie.state === 'known', strength });
    }
  }
}

function givenStrength({ weight, closeness }: Tie): number {
  return weight ?? closeness ?? 1;
}
