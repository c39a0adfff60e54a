/**
 * A folder of Markdown with one note a person, for Obsidian, Logseq and whatever else reads it: what is known of them
 * in front matter, who they know as links from note to note, what was promised and what happened. A guessed tie says
 * that it is one. What is confidential is not mentioned.
 */
import { nameOf } from '../keeping/names';
import type { Commitment, Contact, Interaction, Tie } from '../model/entities';
import type { OpenNetwork, OpenTableName } from '../model/network';
import type { EntityOf } from '../model/tables';
import { channelWords } from '../story/channel-words';
import { many } from '../words';
import { tiesOf } from './export-view';
import { fileNameOf, FileNames } from './file-names';
import { frontMatter, markdownItem, markdownLine, noteLink, noteTag } from './markdown';

export interface NoteFile {
  /** In the folder, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
}

/** Of the notes in the folder. */
const folder = 'People';
const index = 'Kithmap';

/** Each file as a line of JSON, so that whoever reads the pieces makes a folder or an archive of them. */
export function* writeMarkdown(network: OpenNetwork): Generator<string> {
  for (const file of markdownFiles(network)) yield file === undefined ? '' : `${JSON.stringify(file)}\n`;
}

/**
 * The files of the folder: one for everybody but me, and one that lists them by group. While names are given before the
 * first note, and while the list is made, which both take a look at everybody, there is none yet.
 */
export function* markdownFiles(network: OpenNetwork): Generator<NoteFile | undefined> {
  const me = network.get('settings', 'settings')?.me;
  const names = new FileNames();
  names.take(index);
  const files = new Map<string, string>();
  for (const contact of network.all('contacts')) {
    if (contact.id !== me) files.set(contact.id, names.take(fileNameOf(nameOf(contact), 'Without a name')));
    yield undefined;
  }
  const vault = { network, files };
  for (const contact of network.all('contacts')) {
    const file = files.get(contact.id);
    if (file !== undefined) yield { path: `${folder}/${file}.md`, text: noteOf(contact, file, vault) };
  }
  yield { path: `${index}.md`, text: yield* indexOf(vault) };
}

interface Vault {
  readonly network: OpenNetwork;
  /** Names of notes by contact. */
  readonly files: ReadonlyMap<string, string>;
}

function noteOf(contact: Contact, file: string, vault: Vault): string {
  const name = nameOf(contact);
  const role = [contact.organisations[0]?.title, contact.organisations[0]?.name].filter(isSomething);
  const about = [role.join(', '), contact.place].filter(isSomething).map(markdownLine).join(' · ');
  const parts = [
    `${matterOf(contact, name, file, vault.network)}\n# ${markdownLine(name)}\n`,
    about === '' ? '' : `${about}\n`,
    section('How to reach them', waysTo(contact)),
    section('Knows', knows(contact.id, vault)),
    section('Promises', promises(contact.id, vault.network)),
    section('What happened', happened(contact.id, vault)),
    section('Notes', notes(contact.id, vault.network)),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function matterOf(contact: Contact, name: string, file: string, network: OpenNetwork): string {
  return frontMatter({
    aliases: [...(name === file ? [] : [name]), ...contact.nicknames],
    tags: [...new Set(contact.tags.map(noteTag))].filter(isSomething),
    organisation: contact.organisations[0]?.name,
    title: contact.organisations[0]?.title,
    industry: contact.industry,
    place: contact.place,
    interests: contact.interests,
    'can help with': contact.canHelpWith,
    'looking for': contact.lookingFor,
    birthday: contact.birthday,
    circle: contact.circle,
    'last contact': network.index.summary(contact.id).last,
    archived: contact.archived === true ? true : undefined,
    kithmap: contact.id,
  });
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}

function waysTo({ emails, phones, urls, postal }: Contact): string[] {
  const labelled = (values: Contact['emails']): string[] =>
    values.map(({ value, label }) => {
      return `${markdownLine(value)}${isSomething(label) ? ` (${markdownLine(label)})` : ''}`;
    });
  const addresses = postal.map((one) => {
    const lines = [
      one.street,
      [one.code, one.locality].filter(isSomething).join(' '),
      one.region,
      one.country,
    ];
    return lines.filter(isSomething).join(', ') || (one.text ?? '');
  });
  return [
    ...labelled(emails),
    ...labelled(phones),
    ...labelled(urls),
    ...addresses.filter(isSomething).map(markdownItem),
  ];
}

function knows(contact: string, { network, files }: Vault): string[] {
  const lines = tiesOf(network, contact).flatMap(({ tie, other }) => {
    const file = files.get(other);
    const person = network.get('contacts', other);
    if (file === undefined || person === undefined) return [];
    return [`${noteLink(file, nameOf(person))}${sayTie(tie, other)}`];
  });
  return lines.sort();
}

/** ": manager (since 2014)", ": a guess, 70 % sure". */
function sayTie(tie: Tie, other: string): string {
  const kind = isSomething(tie.kind) && (tie.kindOf === undefined || tie.kindOf === other) ? tie.kind : '';
  const sure = tie.confidence === undefined ? '' : `, ${Math.round(tie.confidence * 100)} % sure`;
  const words = [
    markdownLine(kind),
    tie.since === undefined ? '' : `since ${tie.since}`,
    tie.state === 'inferred' ? `a guess${sure}` : '',
  ].filter(isSomething);
  return words.length === 0 ? '' : `: ${words.join(', ')}`;
}

function promises(contact: string, network: OpenNetwork): string[] {
  return entitiesOf(network, contact, 'commitments')
    .filter((one) => isSomething(one.text) && one.droppedOn === undefined)
    .sort((a, b) => order(a.due ?? '9', b.due ?? '9') || order(a.madeOn, b.madeOn))
    .map((one) => `[${one.doneOn === undefined ? ' ' : 'x'}] ${sayPromise(one)}`);
}

function sayPromise({ by, text = '', due, advice }: Commitment): string {
  const whose = advice === true ? 'Advice' : by === 'me' ? 'I promised' : 'They promised';
  return `${whose}: ${markdownItem(text)}${due === undefined ? '' : ` (by ${due})`}`;
}

function happened(contact: string, vault: Vault): string[] {
  return entitiesOf(vault.network, contact, 'interactions')
    .sort((a, b) => order(b.day, a.day) || order(a.id, b.id))
    .map((one) => sayInteraction(one, contact, vault));
}

function sayInteraction(one: Interaction, contact: string, { files, network }: Vault): string {
  const others = one.with.flatMap((id) => {
    const file = id === contact ? undefined : files.get(id);
    const person = file === undefined ? undefined : network.get('contacts', id);
    return file === undefined || person === undefined ? [] : [noteLink(file, nameOf(person))];
  });
  const shown = others.slice(0, mostNamed);
  if (others.length > mostNamed) shown.push(`${others.length - mostNamed} more`);
  const facts = [
    one.planned === true ? 'planned' : '',
    one.minutes === undefined ? '' : many(one.minutes, 'minute', 'minutes'),
    shown.length === 0 ? '' : `with ${shown.join(', ')}`,
  ].filter(isSomething);
  const head = `${one.day} ${channelWords[one.channel]}${facts.length === 0 ? '' : `, ${facts.join(', ')}`}`;
  return isSomething(one.summary) ? `${head}: ${markdownItem(one.summary)}` : head;
}

/** People of one meeting who are named in a line. */
const mostNamed = 12;

function notes(contact: string, network: OpenNetwork): string[] {
  return entitiesOf(network, contact, 'notes')
    .filter(({ text }) => isSomething(text))
    .sort((a, b) => order(a.day, b.day) || order(a.id, b.id))
    .map(({ day, text = '' }) => `${day}: ${markdownItem(text)}`);
}

function* indexOf({ network, files }: Vault): Generator<undefined, string> {
  const byGroup = new Map<string, string[]>();
  const groupOf = (contact: string): string => {
    const cluster = network.get('positions', contact)?.cluster;
    return cluster === undefined ? '' : (network.get('clusters', cluster)?.name ?? '');
  };
  for (const [contact, file] of files) {
    const person = network.get('contacts', contact);
    if (person === undefined) continue;
    const group = groupOf(contact);
    const line = `- ${noteLink(file, nameOf(person))}`;
    const lines = byGroup.get(group);
    if (lines === undefined) byGroup.set(group, [line]);
    else lines.push(line);
    yield undefined;
  }
  const groups = [...byGroup].sort(([a], [b]) => Number(a === '') - Number(b === '') || order(a, b));
  const parts: string[] = [];
  for (const [group, lines] of groups) {
    const title = group === '' ? (groups.length === 1 ? 'Everybody' : 'In no group') : markdownLine(group);
    parts.push(`## ${title}\n\n${lines.sort().join('\n')}\n`);
    yield undefined;
  }
  return [`# My network\n`, `${many(files.size, 'person', 'people')}, from Kithmap.\n`, ...parts].join('\n');
}

function entitiesOf<T extends OpenTableName>(network: OpenNetwork, contact: string, table: T): EntityOf<T>[] {
  return [...network.index.referring('contacts', contact, table)].flatMap((id) => {
    const entity = network.get(table, id);
    return entity === undefined ? [] : [entity];
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isSomething(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
