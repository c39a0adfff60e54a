/**
 * What every reader of a foreign file yields, one item at a time, whatever the format: contacts as the file
 * states them, ties it states, findings about rows that could not be read, and, at the end, totals.
 *
 * A reader takes byte chunks and never the whole file, keeps nothing that grows with the file but what it needs
 * to tell rows apart, and lets one bad record never stop the rest.
 */
import type { JsonObject } from '../json';
import type { Contact, EvidenceKind, Interaction } from '../model/entities';
import type { TableName } from '../model/table-names';
import type { TimeUnit } from './edge-times';
import type { ReadHow } from './read-how';

/** The values a record can fill; the names are those of a contact, so that a plan can compare field by field. */
export type ContactFields = Partial<
  Pick<
    Contact,
    | 'name'
    | 'nicknames'
    | 'emails'
    | 'phones'
    | 'urls'
    | 'postal'
    | 'organisations'
    | 'industry'
    | 'place'
    | 'tags'
    | 'interests'
    | 'birthday'
    | 'dates'
    | 'other'
  >
>;

/** Somebody a record names as related to its contact: by name, by address, or by the UID of another card. */
export interface Relation {
  /** spouse, manager, assistant, friend, referred by ...; as the file says, lower-cased. */
  readonly kind: string;
  readonly name?: string;
  readonly email?: string;
  readonly uid?: string;
  /** The user said so, as in a program for keeping in touch; a card may have been written by somebody else. */
  readonly stated?: boolean;
  /** It is through them that we met. */
  readonly introduced?: boolean;
}

export interface ContactRecord {
  readonly kind: 'contact';
  /** First line of the record in its file, from 1. */
  readonly line: number;
  /** UID, or normalised profile or mail address; absent where the record has none (the plan then makes a digest of `identity`). */
  readonly key?: string;
  /**
   * What the file's own tie records call this contact (`a`, `b`), where that is not its name: the id of a node,
   * the UID of a card, the id of an exported contact.
   */
  readonly id?: string;
  /** The values of the columns that identify a row, for the digest. */
  readonly identity: readonly string[];
  readonly fields: ContactFields;
  /** Free text about the person (vCard NOTE and the like). */
  readonly notes: readonly string[];
  /** The day of each note; empty where the file gives none. */
  readonly noteDays?: readonly string[];
  /** How the two of us met. */
  readonly met?: { readonly text?: string; readonly on?: string; readonly place?: string };
  readonly relations: readonly Relation[];
  /** The day on which the file says the two of us connected (LinkedIn). */
  readonly connectedOn?: string;
  /** True for a card that names an organisation and no person. */
  readonly organisationOnly?: boolean;
  /** True where the name was taken from somewhere else (mail address, nickname) because the record has none. */
  readonly nameGuessed?: boolean;
  /** The file says that this is its owner. */
  readonly me?: boolean;
  /** The file knows no more of them than a name and whom they know. */
  readonly stub?: boolean;
}

/** A tie between two people of the file, each named by the file's own identifier. */
export interface TieRecord {
  readonly kind: 'tie';
  readonly line: number;
  readonly a: string;
  readonly b: string;
  readonly weight?: number;
  /** For a guess, its confidence; absent where the file states the tie. */
  readonly confidence?: number;
  readonly tieKind?: string;
  readonly since?: string;
  /** A dated contact between the two; the plan collapses several on one day into one entry with a count. */
  readonly day?: string;
  readonly evidenceKind?: EvidenceKind;
}

/** Somebody who took part in an encounter, as the file names them: by address, by profile, or by name alone; or as a contact of its own. */
export interface Participant {
  readonly role: 'organiser' | 'attendee' | 'from' | 'to' | 'cc';
  readonly name?: string;
  readonly email?: string;
  readonly url?: string;
  /** The `id` of a contact of the same file. */
  readonly id?: string;
  /** The owner of the file, whatever the address. */
  readonly me?: boolean;
}

/**
 * A meeting, mail or message that did happen, or is to: who took part, and when. The plan makes interactions with me
 * and evidence between others of it. What was said in it is not kept.
 */
export interface EncounterRecord {
  readonly kind: 'encounter';
  readonly line: number;
  /** What it is known again by in another copy of the file: UID and recurrence, or Message-ID, moment and sender. */
  readonly key: string;
  readonly sort: 'meeting' | 'mail' | 'message';
  readonly channel: Interaction['channel'];
  /** In the user's zone. */
  readonly day: string;
  readonly at?: string;
  readonly minutes?: number;
  /** Which one of a recurrence, from 1. */
  readonly nth?: number;
  /** What the file calls it (SUMMARY, Subject); absent where the file marks it as private or confidential. */
  readonly title?: string;
  /** What the user wrote down about it themselves; never what was said in it. */
  readonly text?: string;
  /** Everybody, me included where the file names me; each once. */
  readonly participants: readonly Participant[];
  /** Sent to a list, a newsletter's readers, or by a robot: it says of nobody that they know each other. */
  readonly bulk?: boolean;
}

/** Something about a row that the person should know; `skipped` rows bring nothing into the network. */
export interface Finding {
  readonly kind: 'finding';
  readonly line: number;
  readonly level: 'skipped' | 'note';
  readonly reason: string;
  /** Left out as it should be: a draft, a copy, a group among people. */
  readonly intended?: boolean;
  /** How many rows it speaks for; one where it is absent. */
  readonly count?: number;
}

/** An entity of a network that was written whole; an empty network takes it as it is. */
export interface WholeRecord {
  readonly kind: 'whole';
  readonly line: number;
  readonly table: TableName;
  readonly row: JsonObject;
}

export type ImportItem = ContactRecord | TieRecord | EncounterRecord | WholeRecord | Finding;

export const formatNames = [
  'linkedin',
  'linkedin-messages',
  'linkedin-invitations',
  'vcard',
  'book',
  'edges',
  'graphml',
  'gexf',
  'pajek',
  'cytoscape',
  'kithmap',
  'mail',
  'calendar',
  'monica',
] as const;
export type FormatName = (typeof formatNames)[number];

/** These say who knows whom, and of many people no more than their names. */
export function listsTies(format: FormatName): boolean {
  return ['edges', 'graphml', 'gexf', 'pajek', 'cytoscape'].includes(format);
}

/**
 * A reader of one format: fed bytes in any slicing, it answers with what they complete; the same bytes give the
 * same items however they are sliced. Both may throw a KithmapError `bad-file`.
 */
export interface RecordReader {
  push(bytes: Uint8Array): readonly ImportItem[];
  end(): readonly ImportItem[];
}

/** Bytes as they come, in any slicing. */
export type Chunks = AsyncIterable<Uint8Array>;

export interface ReadOptions {
  /** The file's name, for sentences only; never a path. */
  readonly fileName: string;
  /** Today in the user's zone, to date what a file leaves open. */
  readonly today: string;
  /** The user's zone, in which moments become days. */
  readonly zone: string;
  /** What the numbers in a list of ties count, and from which day if they count from a start; else guessed and said. */
  readonly timeUnit?: TimeUnit;
  readonly timeOrigin?: string;
  /** What the file is, where somebody says so and it is not looked at. */
  readonly as?: FormatName | undefined;
  /** What the columns of a table hold, and in which letters it is, where somebody said so. */
  readonly how?: ReadHow | undefined;
  readonly signal?: AbortSignal;
  /** Called with bytes read so far. */
  readonly onProgress?: (bytes: number) => void;
  /** Called once, before the first item, with what the file turned out to be. */
  readonly onFormat?: (format: FormatName) => void;
}
