/** A person in the network, and what is kept about them in tables of its own. */
import { z } from 'zod';
import { JsonObject } from '../../json';
import { Day, Moment, PartialDate } from '../../time';
import { Id } from '../ids';
import { kept, type Known, Labelled, Line, Text, Word, Words } from '../schema';

/** `full` is what is shown and is in the order in which its bearer writes it; the parts are for sorting and vCards. */
export const Name = kept({
  full: Line,
  given: Line.optional(),
  family: Line.optional(),
  additional: Line.optional(),
  prefix: Line.optional(),
  suffix: Line.optional(),
  phoneticGiven: Line.optional(),
  phoneticFamily: Line.optional(),
});
export type Name = Known<z.output<typeof Name>>;

export const Organisation = kept({
  name: Line,
  title: Line.optional(),
  department: Line.optional(),
  from: PartialDate.optional(),
  to: PartialDate.optional(),
});
export type Organisation = Known<z.output<typeof Organisation>>;

export const PostalAddress = kept({
  label: Line.optional(),
  street: Line.optional(),
  locality: Line.optional(),
  region: Line.optional(),
  code: Line.optional(),
  country: Line.optional(),
  /** The whole address as the source wrote it, where it gives no parts. */
  text: Text.optional(),
});
export type PostalAddress = Known<z.output<typeof PostalAddress>>;

export const Contact = kept({
  id: Id,
  name: Name,
  nicknames: Words,
  emails: z.array(Labelled).max(100).default([]),
  phones: z.array(Labelled).max(100).default([]),
  urls: z.array(Labelled).max(100).default([]),
  postal: z.array(PostalAddress).max(100).default([]),
  organisations: z.array(Organisation).max(200).default([]),
  industry: Word.optional(),
  place: Word.optional(),
  tags: Words,
  interests: Words,
  canHelpWith: Words,
  lookingFor: Words,
  /** When they were last told what I do and could offer. */
  knowsMyWork: Day.optional(),
  howMet: kept({
    text: Text.optional(),
    on: PartialDate.optional(),
    place: Line.optional(),
    /** The contact through whom we met. */
    through: Id.optional(),
  }).optional(),
  birthday: PartialDate.optional(),
  dates: z
    .array(kept({ label: Word, date: PartialDate }))
    .max(100)
    .default([]),
  /** The circle's id in the settings: inner, close, wider, acquaintance, or one of the user's own. */
  circle: Word.optional(),
  cadenceDays: z.int().min(7).max(1825).optional(),
  /** When the cadence was set: without contact the clock starts here. */
  cadenceSince: Day.optional(),
  neverRemind: z.boolean().optional(),
  /** Left out of every measure. */
  noMeasures: z.boolean().optional(),
  /** Only a name and a tie are known. */
  stub: z.boolean().optional(),
  archived: z.boolean().optional(),
  /** The card names an organisation and no person; or the name was taken from elsewhere. Cleared when the name is edited. */
  nameDoubt: z.enum(['organisation', 'guessed']).optional(),
  /** Fields of an imported file that have no place of their own here. */
  other: z
    .array(kept({ name: Word, value: Text }))
    .max(500)
    .default([]),
  createdAt: Moment,
});
export type Contact = Known<z.output<typeof Contact>>;

export const Note = kept({
  id: Id,
  contact: Id,
  text: Text.optional(),
  confidential: Id.optional(),
  at: Moment,
  day: Day,
});
export type Note = Known<z.output<typeof Note>>;

/** Something about a contact that has a date: a job, a move, a course of study. */
export const Fact = kept({
  id: Id,
  contact: Id,
  kind: z.enum(['job', 'move', 'study', 'other']),
  from: PartialDate.optional(),
  to: PartialDate.optional(),
  organisation: Line.optional(),
  title: Line.optional(),
  place: Line.optional(),
  text: Text.optional(),
});
export type Fact = Known<z.output<typeof Fact>>;

/** Where a contact came from. A field is updated by a later import only while it still holds the value in `values`. */
export const Source = kept({
  id: Id,
  contact: Id,
  format: Word,
  /** UID, normalised profile or mail address, or a digest of the row's identifying columns. */
  key: Word,
  file: Line.optional(),
  values: JsonObject,
  batch: Id.optional(),
  at: Moment,
});
export type Source = Omit<Known<z.output<typeof Source>>, 'values'> & { readonly values: JsonObject };

/** One of my own addresses: a card with it is me, never a contact. */
export const MyAddress = kept({
  id: Id,
  kind: z.enum(['email', 'phone', 'url']),
  /** In the form that `normaliseAddress` gives. */
  value: Word,
});
export type MyAddress = Known<z.output<typeof MyAddress>>;
