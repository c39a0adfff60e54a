/** Networks for the tests of readers and writers. */
import fc from 'fast-check';
import { Network } from '../model/network';
import { isPartialDate } from '../time';

type Rows = Readonly<Record<string, unknown>>[];
const at = '2026-05-01T10:00:00.000Z';

/** A network of these entities; each has its `id`. */
export function networkOf(tables: {
  contacts?: Rows;
  ties?: Rows;
  notes?: Rows;
  confidential?: Rows;
  sources?: Rows;
  settings?: Rows;
}): Network {
  const network = new Network();
  const load = (table: Parameters<Network['load']>[0], rows: Rows = [], defaults = {}): void => {
    for (const row of rows) network.load(table, String(row['id']), { ...defaults, ...row });
  };
  load('settings', tables.settings);
  load('contacts', tables.contacts, { createdAt: at });
  load('ties', tables.ties, { createdAt: at, state: 'known' });
  load('confidential', tables.confidential);
  load('notes', tables.notes, { at, day: '2026-05-01' });
  load('sources', tables.sources, { at, values: {} });
  return network;
}

/** One line as readers give it: no outer blanks, no control characters, not empty. */
export const line = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }) },
    fc.constantFrom(
      'a;b,c\\n',
      '\\',
      '"x^n"',
      '=1+1',
      ':',
      ']]>',
      '<b>&amp;',
      '小明 🙂',
      "it's",
      'x'.repeat(200),
    ),
  )
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff\s]+/gu, ' ').trim())
  .filter((text) => text !== '');
/** Several lines. */
export const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
const unique = (of: fc.Arbitrary<string>) => fc.uniqueArray(of, { maxLength: 3 });
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });
const label = optional(fc.oneof(line, fc.constantFrom('home', 'work', 'cell', 'work fax', 'LinkedIn')));
const labelled = (of: fc.Arbitrary<string>) =>
  fc.uniqueArray(fc.record({ value: of, label }), { maxLength: 3, selector: (one) => one.value });
export const partial = fc
  .oneof(
    fc.constantFrom('1980-03-22', '--02-29', '2014-05', '1999'),
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  )
  .filter(isPartialDate);

/** The fields of a contact that a vCard can hold. */
export const vcardFields = fc.record({
  name: fc.record({
    full: line,
    given: optional(line),
    family: optional(line),
    additional: optional(line),
    prefix: optional(line),
    suffix: optional(line),
    phoneticGiven: optional(line),
    phoneticFamily: optional(line),
  }),
  nicknames: unique(line),
  emails: labelled(line.map((one) => `${Array.from(one).slice(0, 20).join('').trim()}@x.org`)),
  phones: labelled(
    fc.oneof(
      line.map((one) => `x${one}`),
      fc.constant('+41 79 123 45 67'),
    ),
  ),
  urls: labelled(
    fc.oneof(
      line.map((one) => `https://x.org/${one}`),
      fc.constant('www.example.org'),
    ),
  ),
  postal: fc.array(
    fc.oneof(
      fc.record({
        street: line,
        label,
        locality: optional(line),
        region: optional(line),
        code: optional(line),
        country: optional(line),
      }),
      fc.record({ text, label }),
    ),
    { maxLength: 2 },
  ),
  organisations: fc.array(
    fc.record({
      name: line,
      title: optional(line),
      department: optional(line),
      from: optional(partial),
      to: optional(partial),
    }),
    { maxLength: 3 },
  ),
  industry: optional(line),
  place: optional(line),
  // What looks like a group of Google's comes back as its name alone.
  tags: unique(line.filter((tag) => !/^\*\s/.test(tag))),
  interests: unique(line),
  birthday: optional(partial),
  dates: fc.array(fc.record({ label: fc.oneof(line, fc.constant('anniversary')), date: partial }), {
    maxLength: 3,
  }),
  other: fc.array(
    fc.record({ name: fc.oneof(line, fc.constantFrom('GENDER', 'X-AIM', 'X-SPOUSE', 'BDAY')), value: text }),
    {
      maxLength: 3,
    },
  ),
});
