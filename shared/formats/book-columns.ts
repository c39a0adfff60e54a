/**
 * The columns of address books in CSV: Google's (with the headers of before and after 2024), Outlook's,
 * Thunderbird's, and tables of one's own whose headers say names and addresses.
 */
import type { Contact } from '../model/entities';
import { type CommonColumn, commonColumns, columnWords, foldedHeader } from './column-words';
import { cellsOf } from './csv';
import { oneLine } from './text';

export type NamePart = Exclude<keyof Contact['name'], 'additionalProperties'>;
export type PostalPart = 'street' | 'more' | 'locality' | 'region' | 'code' | 'country' | 'text' | 'box';
export type OrganisationPart = 'name' | 'title' | 'department';
/** What several columns say together, told apart by `group`: the second mail address and its label. */
export type Grouped = 'email' | 'phone' | 'url' | 'postal' | 'organisation' | 'relation' | 'date';

/** What a column fills. */
export type Target =
  | { readonly to: 'name'; readonly part: NamePart }
  | {
      readonly to: 'email' | 'phone' | 'url' | 'date' | 'relation';
      readonly group: string;
      readonly label?: string;
    }
  | { readonly to: 'label'; readonly of: Grouped; readonly group: string }
  | { readonly to: 'postal'; readonly group: string; readonly part: PostalPart }
  | { readonly to: 'organisation'; readonly group: string; readonly part: OrganisationPart }
  | { readonly to: 'birth'; readonly part: 'year' | 'month' | 'day' }
  | {
      readonly to: 'nickname' | 'birthday' | 'note' | 'tags' | 'interests' | 'industry' | 'place' | 'nothing';
    }
  | { readonly to: 'other' };

export interface BookColumn {
  readonly at: number;
  /** The header as the file has it. */
  readonly name: string;
  readonly target: Target;
}

export interface BookHeader {
  readonly delimiter: string;
  readonly columns: readonly BookColumn[];
  readonly count: number;
}

/** The header row of an address book, if this line is one: two columns at least that say who or how to reach them. */
export function bookHeader(line: string): BookHeader | undefined {
  if (line.length > 20_000) return undefined;
  for (const delimiter of [',', ';', '\t']) {
    if (!line.includes(delimiter)) continue;
    const cells = (cellsOf(line, delimiter) ?? []).map((cell) => oneLine(cell));
    const folded = cells.map(headerKey);
    // A list of ties, or the table of its nodes.
    if (
      folded.some((cell) => cell === 'source' || cell === 'target') ||
      /^(?:id|node)$/.test(folded[0] ?? '')
    )
      continue;
    const hasJobTitle = folded.includes('job title');
    const columns = cells.map((name, at) => ({ at, name, target: targetOf(folded[at] ?? '', hasJobTitle) }));
    const telling = columns.filter(({ target }) => tells(target));
    if (telling.length >= 2) return { delimiter, columns, count: cells.length };
  }
  return undefined;
}

/** The apostrophes of "Manager's Name" are written in several ways; signs say nothing. */
function headerKey(cell: string): string {
  return foldedHeader(cell)
    .replace(/[’'`]/g, '')
    .replace(/\bzipcode\b/g, 'zip')
    .trim();
}

/** What a column of this name fills in an address book. */
export function columnTarget(name: string): Target {
  return targetOf(headerKey(name), false);
}

function tells({ to }: Target): boolean {
  return to === 'name' || to === 'email' || to === 'phone' || to === 'nickname';
}

const fixed: Readonly<Record<string, Target>> = {
  ...all({ to: 'name', part: 'full' }, 'name', 'full name', 'display name', 'anzeigename', 'nom complet'),
  ...all({ to: 'name', part: 'given' }, 'given name', 'first name'),
  ...all({ to: 'name', part: 'family' }, 'family name', 'last name', 'surname'),
  ...all({ to: 'name', part: 'additional' }, 'additional name', 'middle name', 'middle names'),
  ...all({ to: 'name', part: 'prefix' }, 'name prefix', 'prefix', 'anrede'),
  ...all({ to: 'name', part: 'suffix' }, 'name suffix', 'suffix'),
  ...all({ to: 'name', part: 'phoneticGiven' }, 'given name yomi', 'phonetic first name', 'given yomi'),
  ...all({ to: 'name', part: 'phoneticFamily' }, 'family name yomi', 'phonetic last name', 'surname yomi'),
  ...all({ to: 'nickname' }, 'nickname', 'short name', 'spitzname', 'surnom'),
  ...all({ to: 'birthday' }, 'birthday', 'date of birth', 'geburtstag', 'anniversaire', 'birth date'),
  ...all({ to: 'date', group: 'anniversary', label: 'anniversary' }, 'anniversary', 'hochzeitstag'),
  ...all({ to: 'note' }, 'notes', 'note', 'notizen', 'comments'),
  ...all({ to: 'tags' }, 'labels', 'group membership', 'categories', 'tags', 'kategorien'),
  ...all({ to: 'interests' }, 'hobby', 'hobbies', 'interests'),
  ...all({ to: 'industry' }, 'industry', 'branche'),
  ...all({ to: 'place' }, 'place', 'city', 'town', 'ort', 'ville'),
  ...all(
    { to: 'organisation', group: '1', part: 'department' },
    'department',
    'abteilung',
    'organization department',
  ),
  ...all({ to: 'organisation', group: '1', part: 'name' }, 'organization name', 'organisation name'),
  ...all(
    { to: 'organisation', group: '1', part: 'title' },
    'organization title',
    'organisation title',
    'job title',
  ),
  ...all({ to: 'relation', group: 'manager', label: 'manager' }, 'managers name', 'manager name', 'manager'),
  ...all(
    { to: 'relation', group: 'assistant', label: 'assistant' },
    'assistants name',
    'assistant name',
    'assistant',
  ),
  ...all({ to: 'relation', group: 'spouse', label: 'spouse' }, 'spouse', 'spouse name', 'partner'),
  ...all({ to: 'relation', group: 'referred', label: 'referred by' }, 'referred by'),
  ...all({ to: 'birth', part: 'year' }, 'birth year'),
  ...all({ to: 'birth', part: 'month' }, 'birth month'),
  ...all({ to: 'birth', part: 'day' }, 'birth day'),
  // How a program sorts or shows the card, and pictures.
  ...all(
    { to: 'nothing' },
    'file as',
    'photo',
    'initials',
    'sensitivity',
    'priority',
    'directory server',
    'mileage',
  ),
  ...all(
    { to: 'nothing' },
    'billing information',
    'subject',
    'yomi name',
    'additional name yomi',
    'phonetic middle name',
  ),
};

function all(target: Target, ...headers: readonly string[]): Record<string, Target> {
  return Object.fromEntries(headers.map((header) => [header, target]));
}

function targetOf(header: string, hasJobTitle: boolean): Target {
  // Outlook calls "Dr" a title, where it has a job title besides.
  if (header === 'title' && hasJobTitle) return { to: 'name', part: 'prefix' };
  const known = Object.hasOwn(fixed, header) ? fixed[header] : undefined;
  return known ?? numbered(header) ?? named(header) ?? common(header) ?? { to: 'other' };
}

const numberedKinds: Readonly<Record<string, Grouped>> = {
  'e-mail': 'email',
  phone: 'phone',
  website: 'url',
  address: 'postal',
  organization: 'organisation',
  relation: 'relation',
  event: 'date',
};
const numberedPostal: Readonly<Record<string, PostalPart>> = {
  formatted: 'text',
  street: 'street',
  'extended address': 'more',
  'po box': 'box',
  city: 'locality',
  region: 'region',
  'postal code': 'code',
  country: 'country',
};

/** Google's: `E-mail 1 - Value`, `E-mail 1 - Type` (or `Label`), `Address 2 - City`. */
function numbered(header: string): Target | undefined {
  const match = /^(e-mail|phone|website|address|organization|relation|event) (\d{1,3}) - (.+)$/.exec(header);
  const kind = numberedKinds[match?.[1] ?? ''];
  const [group, what] = [match?.[2] ?? '', match?.[3] ?? ''];
  if (kind === undefined) return undefined;
  if (what === 'type' || what === 'label') return { to: 'label', of: kind, group };
  if (kind === 'postal') {
    const part = numberedPostal[what];
    return part === undefined ? { to: 'other' } : { to: kind, group, part };
  }
  if (kind === 'organisation') {
    const part = what === 'name' || what === 'title' || what === 'department' ? what : undefined;
    return part === undefined ? { to: 'other' } : { to: kind, group, part };
  }
  return what === 'value' ? { to: kind, group } : { to: 'other' };
}

const postalParts: Readonly<Record<string, PostalPart>> = {
  ...Object.fromEntries(['street', 'address'].map((part) => [part, 'street' as const])),
  ...Object.fromEntries(['street 2', 'address 2', 'street 3'].map((part) => [part, 'more' as const])),
  city: 'locality',
  ...Object.fromEntries(['state', 'region', 'county'].map((part) => [part, 'region' as const])),
  ...Object.fromEntries(['zip', 'postal code', 'postcode'].map((part) => [part, 'code' as const])),
  ...Object.fromEntries(['country', 'country/region'].map((part) => [part, 'country' as const])),
  ...Object.fromEntries(['po box', 'address po box'].map((part) => [part, 'box' as const])),
};

/** Outlook's and Thunderbird's: `Business Street`, `Home Phone 2`, `E-mail 2 Address`, `Secondary Email`. */
function named(header: string): Target | undefined {
  const postal = /^(home|work|business|other) (.+)$/.exec(header);
  const part = postalParts[postal?.[2] ?? ''];
  if (postal !== null && part !== undefined) {
    return { to: 'postal', group: postal[1] === 'business' ? 'work' : (postal[1] ?? ''), part };
  }
  const mail = /^(primary |secondary )?e-?mail(?: (\d))?(?: address)?(?: (home|work|other))?$/.exec(header);
  if (mail !== null)
    return { to: 'email', group: header, ...(mail[3] === undefined ? {} : { label: mail[3] }) };
  if (/^e-?mail(?: \d)? (?:type|display name)$/.test(header)) return { to: 'nothing' };
  const phone = /^(.*?) ?\b(phone|mobile|fax|pager|telephone)\b ?(?:number)? ?(\d)?$/.exec(header);
  if (phone !== null && /^[a-z ]{0,20}$/.test(phone[1] ?? '')) {
    const label = [phone[1], phone[2] === 'phone' || phone[2] === 'telephone' ? '' : phone[2]]
      .join(' ')
      .trim();
    return { to: 'phone', group: header, ...(label === '' ? {} : { label }) };
  }
  if (/^(?:mobil|telefon|handy|telephone|portable|movil|celular)$/.test(header))
    return { to: 'phone', group: header };
  const web = /^(?:web ?(?:page|site)|website|personal web page|homepage)(?: ([a-z ]+|\d))?$/.exec(header);
  if (web !== null) {
    const label = web[1] !== undefined && !/\d/.test(web[1]) ? web[1] : undefined;
    return { to: 'url', group: header, ...(label === undefined ? {} : { label }) };
  }
  return undefined;
}

const commonTargets: Readonly<Record<CommonColumn, Target>> = {
  given: { to: 'name', part: 'given' },
  family: { to: 'name', part: 'family' },
  url: { to: 'url', group: 'url' },
  email: { to: 'email', group: 'email' },
  company: { to: 'organisation', group: '1', part: 'name' },
  position: { to: 'organisation', group: '1', part: 'title' },
  connectedOn: { to: 'other' },
};

/** In other languages, by the words that LinkedIn's files have for the same. */
function common(header: string): Target | undefined {
  const column = commonColumns.find((one) => columnWords[one].test(header));
  return column === undefined ? undefined : commonTargets[column];
}
