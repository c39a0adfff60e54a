/**
 * Meetings, mails and messages of an import: who took part, whom that makes a contact, what happened with me, and what it
 * says of who knows whom.
 *
 *   records --faces--> who is who --newcomers--> contacts --> interactions with me
 *                          \--> who may be me (asked)     \--> evidence between others --> guesses
 */
import type { EncounterRecord } from '../formats/record';
import type { Steps } from '../steps';
import { listed, many } from '../words';
import type { ReadonlyNetwork } from '../model/network';
import type { PlanContext, PlannedFile } from './context';
import { EncounterEvidence } from './encounter-evidence';
import {
  EncounterInteractions,
  noInteraction,
  type NoInteraction,
  type Outcome,
} from './encounter-interactions';
import { countFaces, newcomers } from './newcomers';
import { type Company, type Face, Faces } from './participants';
import type { People } from './people';
import type { Review } from './rows';
import type { Listed } from './shelf';
import type { Staged } from './staged';
import type { Ties } from './ties';
import { type WhoIsMe, whoIsMe } from './who-is-me';

interface FileOfEncounters {
  readonly file: PlannedFile;
  readonly encounters: Listed<EncounterRecord>;
}

interface Around {
  readonly network: ReadonlyNetwork;
  readonly context: PlanContext;
  readonly people: People;
  readonly ties: Ties;
  readonly review: Review;
}

/** Records looked at between two pauses. */
const inOneGo = 100;
const bulkReason =
  'To a list or its readers, or from a program: it says of nobody that they know each other.';

export class Encounters {
  readonly #around: Around;
  readonly #faces: Faces;
  readonly #interactions: EncounterInteractions;
  readonly #evidence: EncounterEvidence;
  #asks: WhoIsMe | undefined;
  /** Records of each file that may be mine, while it is not known who I am. */
  readonly #unclaimed = new Map<string, Unclaimed>();

  constructor(around: Around) {
    const { network, context, people, ties, review } = around;
    this.#around = around;
    this.#faces = new Faces(people);
    this.#interactions = new EncounterInteractions(network, context, () => people.knowsMe);
    this.#evidence = new EncounterEvidence(context, people, ties, review);
  }

  /** Which addresses may be mine, where that is open. */
  get asks(): WhoIsMe | undefined {
    return this.#asks;
  }

  /** Whether the records say anything about who knows whom. */
  get saysTies(): boolean {
    return this.#evidence.found;
  }

  get interactions(): Staged<'interactions'> {
    return this.#interactions.interactions;
  }

  /** Takes in the records of all files; contacts that other records make are there already. */
  *take(files: readonly FileOfEncounters[]): Steps<void> {
    if (files.every(({ encounters }) => encounters.length === 0)) return;
    const likely = yield* this.#addPeople(files);
    /** The line of each. */
    const seen = new Map<string, number>();
    let at = 0;
    for (const { file, encounters } of files) {
      for (const record of encounters) {
        at += 1;
        if (at % inOneGo === 0) yield;
        this.#settle(file, record, likely, seen);
      }
    }
    this.#sayUnclaimed();
    yield* this.#evidence.settle();
  }

  /** Goes through all records once, to know how often each takes part, and whether I do. */
  *#look(files: readonly FileOfEncounters[]): Steps<Face | undefined> {
    const seen = new Set<string>();
    let [at, all, unclaimed] = [0, 0, 0];
    this.#faces.forgetCounts();
    for (const { file, encounters } of files) {
      for (const record of encounters) {
        at += 1;
        if (at % inOneGo === 0) yield;
        if (seen.has(record.key)) continue;
        seen.add(record.key);
        const company = this.#faces.company(file, record);
        countFaces(record, company);
        if (record.bulk === true || company.sender === 'robot') continue;
        const isTold = record.sort === 'meeting' ? company.others.length > 1 : company.others.length > 0;
        if (isTold || company.me) all += 1;
        if (isTold && !company.me) unclaimed += 1;
      }
    }
    if (this.#around.context.noneMine === true) return undefined;
    const found = whoIsMe(this.#faces, { unclaimed, all }, this.#around.people.knowsMe);
    this.#asks = found?.asks;
    return found?.likely;
  }

  /**
   * Makes contacts of whoever is new. Somebody may turn out to be me, by another address: then all is looked at anew, as
   * it will be when the same files come again.
   * @returns who is most likely me
   */
  *#addPeople(files: readonly FileOfEncounters[]): Steps<Face | undefined> {
    const { people, review } = this.#around;
    for (;;) {
      const likely = yield* this.#look(files);
      const { byFile, faces, left } = newcomers(this.#faces, likely);
      const end = review.meeting();
      for (const { file } of files) {
        const records = byFile.get(file);
        if (records !== undefined) yield* people.take(file, yield* people.read(file, records));
      }
      end();
      let isMe = false;
      for (const face of faces) {
        const contact = people.identified(face.file, face.key);
        if (contact !== undefined && contact === people.me) isMe = face.mine = true;
        else face.contact = contact;
      }
      if (isMe) continue;
      this.#sayWhoIsLeft(files, likely, left);
      return likely;
    }
  }

  #sayWhoIsLeft(files: readonly FileOfEncounters[], likely: Face | undefined, left: number): void {
    const { review } = this.#around;
    const first = files.find(({ encounters }) => encounters.length > 0);
    const line = first?.encounters.at(0)?.line ?? 1;
    const at = { file: first?.file.at ?? 0, line, person: '' };
    if (likely !== undefined) {
      const address = likely.email ?? likely.url ?? '';
      const detail = `${address} is most likely you. Say so, and what happened with you is taken in, too.`;
      review.add('note', { ...at, detail });
    }
    if (left === 0) return;
    const rest = many(left, 'more person is', 'more people are');
    const detail = `${rest} in these files and left out: you neither met in a small meeting nor wrote to them, and they are on fewer than three personal mails.`;
    review.add('note', { ...at, detail });
  }

  #settle(
    file: PlannedFile,
    record: EncounterRecord,
    likely: Face | undefined,
    seen: Map<string, number>,
  ): void {
    const { review } = this.#around;
    const at = { file: file.at, line: record.line, person: '' };
    const before = seen.get(record.key);
    if (before !== undefined) {
      review.add('unchanged', { ...at, detail: `the same ${wordFor(record)} as in line ${before}` });
      return;
    }
    seen.set(record.key, record.line);
    const company = without(record, this.#faces.company(file, record), likely);
    if (record.bulk === true || company.sender === 'robot') {
      review.add('skipped', { ...at, detail: bulkReason, intended: true });
      return;
    }
    const outcome = this.#interactions.take(record, company);
    const withMe = this.#interactions.takesPart(record, company);
    const tells = this.#evidence.note(file, record, company, withMe);
    this.#say(at, record, outcome, tells);
  }

  #sayNone(at: Place, why: NoInteraction, tells: boolean): void {
    const { review } = this.#around;
    if (why === 'unknownMe') {
      const key = `${at.file} ${tells}`;
      const unclaimed = this.#unclaimed.get(key);
      if (unclaimed === undefined) this.#unclaimed.set(key, { ...at, tells, count: 1 });
      else unclaimed.count += 1;
    } else if (tells) {
      review.add('others', { ...at, detail: `${noInteraction[why]} It counts for ties between the others.` });
    } else {
      review.add('skipped', { ...at, detail: noInteraction[why], intended: !wantsLook.includes(why) });
    }
  }

  /** What is left out for one reason that one word of the user's would change is said once a file. */
  #sayUnclaimed(): void {
    const { review } = this.#around;
    for (const { tells, count, ...at } of this.#unclaimed.values()) {
      if (tells) {
        const what = many(count, 'mail or message counts', 'mails and messages count');
        review.add('note', { ...at, detail: unclaimedWords });
        review.add('others', { ...at, count, detail: `${what} for ties between the others.` });
      } else {
        const what = many(count, 'mail or message is', 'mails and messages are');
        review.add('skipped', {
          ...at,
          count,
          detail: `${what} left out, from this line on: ${unclaimedWords}`,
        });
      }
    }
  }

  #say(at: Place, record: EncounterRecord, outcome: Outcome, tells: boolean): void {
    const { people, review } = this.#around;
    if (outcome.kind === 'none') {
      this.#sayNone(at, outcome.reason, tells);
      return;
    }
    const { interaction } = outcome;
    const [first = ''] = interaction.with;
    const person = listed(
      interaction.with.map((id) => people.nameOf(id)),
      2,
    );
    const [headline = ''] = (interaction.summary ?? '').split('\n');
    const title = headline === '' ? '' : `: ${headline}`;
    const what = `${wordFor(record)} on ${interaction.day}${title}`;
    if (outcome.kind === 'removed') {
      const detail = `You removed it, and it stays away: ${what}`;
      review.add('skipped', { ...at, person, contact: first, detail, intended: true });
      return;
    }
    if (outcome.kind === 'same') {
      review.add('unchanged', { ...at, person, contact: first, detail: what });
      return;
    }
    const planned = interaction.planned === true ? 'planned ' : '';
    const detail = outcome.kind === 'changed' ? `brought up to date: ${planned}${what}` : `${planned}${what}`;
    review.add('interaction', { ...at, person, contact: first, detail });
  }
}

const unclaimedWords =
  'Kithmap does not know yet which addresses are yours. Say which are, and what happened with you is taken in.';
/** Of these there is something to see to. */
const wantsLook: readonly NoInteraction[] = ['unknownMe', 'ahead'];

/** Mails and messages of a file that may be mine. */
interface Unclaimed extends Place {
  /** Whether they count for ties between others. */
  readonly tells: boolean;
  count: number;
}

interface Place {
  readonly file: number;
  readonly line: number;
  readonly person: string;
}

function wordFor({ sort, channel }: EncounterRecord): string {
  return channel === 'call' || channel === 'message' || channel === 'gift' ? channel : sort;
}

/** The company without somebody who is most likely me: they become no contact, and nothing is guessed of them. */
function without({ sort }: EncounterRecord, company: Company, likely: Face | undefined): Company {
  if (likely === undefined || !company.others.includes(likely)) return company;
  const others = company.others.filter((face) => face !== likely);
  // Of a meeting it makes no difference who I am there; a mail has a direction.
  return { ...company, others, me: company.me || sort === 'meeting' };
}
