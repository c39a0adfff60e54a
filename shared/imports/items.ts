/** Records as they arrive from whoever read the file: their shape is checked, what is in them is not yet believed. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import type { ImportItem } from '../formats/record';
import { JsonObject } from '../json';
import { Channel } from '../model/entities/happening';
import { evidenceKinds } from '../model/entities/tie';
import { TableName } from '../model/table-names';
import { Day, Moment, PartialDate } from '../time';

const Words = z.string().max(2_000_000);
const Lines = z.array(Words).max(100_000);
const Labelled = z.array(z.object({ value: Words, label: Words.optional() })).max(100_000);
const Line = z.int().min(0);

const Fields = z.object({
  name: z
    .object({
      full: Words,
      given: Words.optional(),
      family: Words.optional(),
      additional: Words.optional(),
      prefix: Words.optional(),
      suffix: Words.optional(),
      phoneticGiven: Words.optional(),
      phoneticFamily: Words.optional(),
    })
    .optional(),
  nicknames: Lines.optional(),
  emails: Labelled.optional(),
  phones: Labelled.optional(),
  urls: Labelled.optional(),
  postal: z
    .array(
      z.object({
        label: Words.optional(),
        street: Words.optional(),
        locality: Words.optional(),
        region: Words.optional(),
        code: Words.optional(),
        country: Words.optional(),
        text: Words.optional(),
      }),
    )
    .optional(),
  organisations: z
    .array(
      z.object({
        name: Words,
        title: Words.optional(),
        department: Words.optional(),
        from: PartialDate.optional(),
        to: PartialDate.optional(),
      }),
    )
    .optional(),
  industry: Words.optional(),
  place: Words.optional(),
  tags: Lines.optional(),
  interests: Lines.optional(),
  birthday: PartialDate.optional(),
  dates: z.array(z.object({ label: Words, date: PartialDate })).optional(),
  other: z.array(z.object({ name: Words, value: Words })).optional(),
});

const Contact = z.object({
  kind: z.literal('contact'),
  line: Line,
  key: Words.optional(),
  id: Words.optional(),
  identity: Lines,
  fields: Fields,
  notes: Lines,
  noteDays: z
    .array(z.union([Day, z.literal('')]))
    .max(100_000)
    .optional(),
  met: z.object({ text: Words.optional(), on: PartialDate.optional(), place: Words.optional() }).optional(),
  relations: z
    .array(
      z.object({
        kind: Words,
        name: Words.optional(),
        email: Words.optional(),
        uid: Words.optional(),
        stated: z.boolean().optional(),
        introduced: z.boolean().optional(),
      }),
    )
    .max(10_000),
  connectedOn: Day.optional(),
  organisationOnly: z.boolean().optional(),
  nameGuessed: z.boolean().optional(),
  me: z.boolean().optional(),
  stub: z.boolean().optional(),
});

const Tie = z.object({
  kind: z.literal('tie'),
  line: Line,
  a: Words,
  b: Words,
  weight: z.number().optional(),
  confidence: z.number().min(0).max(1).optional(),
  tieKind: Words.optional(),
  since: PartialDate.optional(),
  day: Day.optional(),
  evidenceKind: z.enum(evidenceKinds).optional(),
});

const Encounter = z.object({
  kind: z.literal('encounter'),
  line: Line,
  key: Words,
  sort: z.enum(['meeting', 'mail', 'message']),
  channel: Channel,
  day: Day,
  at: Moment.optional(),
  minutes: z.number().min(0).optional(),
  nth: z.int().min(1).optional(),
  title: Words.optional(),
  text: Words.optional(),
  participants: z
    .array(
      z.object({
        role: z.enum(['organiser', 'attendee', 'from', 'to', 'cc']),
        name: Words.optional(),
        email: Words.optional(),
        url: Words.optional(),
        id: Words.optional(),
        me: z.boolean().optional(),
      }),
    )
    .max(10_000),
  bulk: z.boolean().optional(),
});

const Finding = z.object({
  kind: z.literal('finding'),
  line: Line,
  level: z.enum(['skipped', 'note']),
  reason: Words,
  intended: z.boolean().optional(),
  count: z.int().min(1).max(1e9).optional(),
});

const Whole = z.object({ kind: z.literal('whole'), line: Line, table: TableName, row: JsonObject });
const Item = z.discriminatedUnion('kind', [Contact, Tie, Encounter, Whole, Finding]);

/** @throws KithmapError `bad-argument` where something is not a record of a reader. */
export function parseItems(items: readonly unknown[]): ImportItem[] {
  return items.map((item) => {
    const parsed = Item.safeParse(item);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw new KithmapError(
      'bad-argument',
      `A row of the import is not what a reader yields: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`,
    );
  });
}
