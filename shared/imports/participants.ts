/**
 * Who took part in a meeting, mail or message: me, known contacts, people of whom only the file knows, robots. The same
 * address is the same participant in every record of an import; a name alone is nobody in particular.
 */
import type { EncounterRecord, Participant } from '../formats/record';
import { addressKey } from '../model/addresses';
import type { PlannedFile } from './context';
import { formerAddresses } from './former-addresses';
import { personalKeys } from './match';
import { exactName } from './names';
import type { People } from './people';
import { isRobot } from './robots';

/** Somebody with an address, and what the records of the import say of them. */
export interface Face {
  readonly key: string;
  readonly email?: string;
  readonly url?: string;
  mine: boolean;
  readonly robot: boolean;
  /** Who it is; undefined for somebody new, and where several contacts have the address. */
  contact: string | undefined;
  readonly shared: boolean;
  /** How often each name stands beside the address. */
  readonly names: Map<string, number>;
  /** Where they were first met. */
  readonly file: PlannedFile;
  readonly line: number;
  /** Small meetings, personal mails of few, and mails or messages by me to them and by them to me. */
  meetings: number;
  mails: number;
  fromMe: number;
  toMe: number;
  /** Records that name no address of mine, and those of them in which they are a recipient. */
  unclaimed: number;
  received: number;
}

export interface Company {
  /** Whether I am named. */
  readonly me: boolean;
  /** Who wrote or sent it; `me` where I did. */
  readonly sender: Face | 'me' | 'robot' | undefined;
  /** Everybody else with an address, each once, without robots. */
  readonly others: readonly Face[];
  /** People in all, me where I am named. */
  readonly size: number;
  /** Of a mail: people in To and Cc. */
  readonly recipients: number;
}

export class Faces {
  readonly #people: People;
  readonly #byAddress = new Map<string, Face>();
  readonly #byKey = new Map<string, Face>();
  #formerAddresses: ReadonlyMap<string, string | undefined> | undefined;

  constructor(people: People) {
    this.#people = people;
  }

  all(): IterableIterator<Face> {
    return this.#byKey.values();
  }

  /** The records are about to be gone through anew. */
  forgetCounts(): void {
    for (const face of this.#byKey.values()) Object.assign(face, noTimes);
  }

  company(file: PlannedFile, record: EncounterRecord): Company {
    const others = new Set<Face>();
    const recipients = new Set<Face>();
    let [me, nameless, namelessTo] = [false, 0, 0];
    let sender: Company['sender'];
    for (const participant of record.participants) {
      const isTo = participant.role === 'to' || participant.role === 'cc';
      const isFrom = participant.role === 'from';
      if (participant.me === true) {
        me = true;
        if (isFrom) sender = 'me';
        continue;
      }
      const face = this.#face(file, record.line, participant);
      if (face === undefined) {
        nameless += 1;
        if (isTo) namelessTo += 1;
        continue;
      }
      if (face.robot) {
        if (isFrom) sender = 'robot';
        continue;
      }
      if (isTo) recipients.add(face);
      if (isFrom) sender = face.mine ? 'me' : face;
      if (face.mine) me = true;
      else others.add(face);
    }
    // My own addresses are one recipient together.
    const mine = [...recipients].filter((face) => face.mine).length;
    return {
      me,
      sender,
      others: [...others],
      size: others.size + nameless + (me ? 1 : 0),
      recipients: recipients.size - Math.max(0, mine - 1) + namelessTo,
    };
  }

  #face(file: PlannedFile, line: number, { name, email, url, id }: Participant): Face | undefined {
    if (id !== undefined) return this.#named(file, line, id);
    const address = `${email ?? ''}\n${url ?? ''}`;
    let face = this.#byAddress.get(address);
    if (face === undefined) {
      const key = keyOf(email, url);
      if (key === undefined) return undefined;
      face = this.#byKey.get(key) ?? this.#made(file, line, key, email, url);
      this.#byKey.set(key, face);
      this.#byAddress.set(address, face);
    }
    const said = name === undefined ? '' : properName(name);
    if (said !== '') face.names.set(said, (face.names.get(said) ?? 0) + 1);
    return face;
  }

  /** Whom the file has among its own contacts; undefined where it left them out. */
  #named(file: PlannedFile, line: number, id: string): Face | undefined {
    const contact = this.#people.identified(file, id);
    if (contact === undefined) return undefined;
    const key = `contact ${contact}`;
    const face = this.#byKey.get(key) ?? {
      ...{ key, contact, mine: contact === this.#people.me, robot: false, shared: false },
      ...{ names: new Map<string, number>(), file, line, ...noTimes },
    };
    this.#byKey.set(key, face);
    return face;
  }

  /** Looked through once, when the first address is nobody's. */
  #former(): ReadonlyMap<string, string | undefined> {
    return (this.#formerAddresses ??= formerAddresses(this.#people.allSources()));
  }

  #made(
    file: PlannedFile,
    line: number,
    key: string,
    email: string | undefined,
    url: string | undefined,
  ): Face {
    const [holder, another] = this.#people.index.withKeys([key]);
    const contact = holder ?? this.#former().get(key);
    const only = another === undefined ? contact : undefined;
    const mine = this.#people.isMyKey(key) || (only !== undefined && only === this.#people.me);
    return {
      key,
      ...(email === undefined ? {} : { email: email.trim().slice(0, 1_000) }),
      ...(url === undefined ? {} : { url: url.trim().slice(0, 1_000) }),
      mine,
      // Whom the user has as a contact is no robot, whatever the address says.
      robot: !mine && contact === undefined && email !== undefined && isRobot(email),
      contact: mine ? undefined : only,
      shared: another !== undefined,
      names: new Map(),
      ...{ file, line, ...noTimes },
    };
  }
}

const noTimes = { meetings: 0, mails: 0, fromMe: 0, toMe: 0, unclaimed: 0, received: 0 };

function keyOf(email: string | undefined, url: string | undefined): string | undefined {
  if (email !== undefined && email.includes('@')) return addressKey('email', email);
  return url === undefined ? undefined : personalKeys({ urls: [{ value: url }] })[0];
}

const degrees = /^(?:jr|sr|ph\.?d|m\.?d|dr|inc|llc|ltd|gmbh|ag|esq)\.?$/iu;

/** A name as one says it; nothing where an address stands in its place. "Silva, Ana" is Ana Silva. */
export function properName(text: string): string {
  const name = exactName(text)
    .replace(/^["'“”‘’]+|["'“”‘’]+$/gu, '')
    .replace(/\s+via\s+.*$/iu, '')
    .trim()
    .slice(0, 1_000);
  if (name.includes('@')) return '';
  const [, family = '', given = ''] = /^([^,()]+),\s+([^,()]+)$/u.exec(name) ?? [];
  return given === '' || degrees.test(given.trim()) ? name : `${given.trim()} ${family.trim()}`;
}

/** What somebody is called most often; of names as frequent the longer, then the first by the alphabet. */
export function usualName({ names }: Face): string | undefined {
  let best: [string, number] | undefined;
  for (const [name, times] of names) {
    const order = best === undefined ? 1 : times - best[1] || name.length - best[0].length;
    if (best === undefined || order > 0 || (order === 0 && name < best[0])) best = [name, times];
  }
  return best?.[0];
}
