/** The contacts and their ties as GraphML, for Gephi, yEd, igraph, NetworkX and this app. */
import type { Contact, Tie } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { exportPrefix } from './graphml-keys';

interface Column<T> {
  readonly name: string;
  readonly type: 'string' | 'double';
  readonly of: (entity: T) => string | number | undefined;
}

/** Lists stand one item a line, so that a comma or semicolon in one is no separator. */
const lines = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : values.map((value) => value.replace(/\s*\n\s*/g, ' ')).join('\n');

const nodeColumns: readonly Column<Contact>[] = [
  { name: 'name', type: 'string', of: (contact) => contact.name.full },
  { name: 'given name', type: 'string', of: (contact) => contact.name.given },
  { name: 'family name', type: 'string', of: (contact) => contact.name.family },
  { name: 'nicknames', type: 'string', of: (contact) => lines(contact.nicknames) },
  { name: 'emails', type: 'string', of: (contact) => lines(contact.emails.map((email) => email.value)) },
  { name: 'phones', type: 'string', of: (contact) => lines(contact.phones.map((phone) => phone.value)) },
  { name: 'urls', type: 'string', of: (contact) => lines(contact.urls.map((url) => url.value)) },
  { name: 'organisation', type: 'string', of: (contact) => contact.organisations[0]?.name },
  { name: 'department', type: 'string', of: (contact) => contact.organisations[0]?.department },
  { name: 'title', type: 'string', of: (contact) => contact.organisations[0]?.title },
  { name: 'industry', type: 'string', of: (contact) => contact.industry },
  { name: 'place', type: 'string', of: (contact) => contact.place },
  { name: 'tags', type: 'string', of: (contact) => lines(contact.tags) },
  { name: 'interests', type: 'string', of: (contact) => lines(contact.interests) },
  { name: 'birthday', type: 'string', of: (contact) => contact.birthday },
  { name: 'circle', type: 'string', of: (contact) => contact.circle },
];

const edgeColumns: readonly Column<Tie>[] = [
  { name: 'weight', type: 'double', of: (tie) => tie.weight },
  { name: 'kind', type: 'string', of: (tie) => tie.kind },
  { name: 'state', type: 'string', of: (tie) => tie.state },
  { name: 'confidence', type: 'double', of: (tie) => tie.confidence },
  { name: 'closeness', type: 'double', of: (tie) => tie.closeness },
  { name: 'since', type: 'string', of: (tie) => tie.since },
];

const keyId = (scope: 'node' | 'edge', name: string): string =>
  `${exportPrefix}${scope}-${name.replaceAll(' ', '-')}`;

/** The file in pieces, one for each contact and tie; archived contacts are among them. */
export function* writeGraphML(network: OpenNetwork): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield* keys('node', nodeColumns);
  yield* keys('edge', edgeColumns);
  yield '<graph id="kithmap" edgedefault="undirected">\n';
  for (const contact of network.all('contacts')) {
    yield `<node id="${escaped(contact.id)}">${data('node', nodeColumns, contact)}</node>\n`;
  }
  for (const tie of network.all('ties')) {
    const [a, b] = [escaped(tie.a), escaped(tie.b)];
    yield `<edge id="${escaped(tie.id)}" source="${a}" target="${b}">${data('edge', edgeColumns, tie)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

function* keys<T>(scope: 'node' | 'edge', columns: readonly Column<T>[]): Generator<string> {
  for (const { name, type } of columns) {
    yield `<key id="${keyId(scope, name)}" for="${scope}" attr.name="${name}" attr.type="${type}"/>\n`;
  }
}

function data<T>(scope: 'node' | 'edge', columns: readonly Column<T>[], entity: T): string {
  return columns
    .map(({ name, of }) => ({ name, value: of(entity) }))
    .filter(({ value }) => value !== undefined && value !== '')
    .map(({ name, value }) => `<data key="${keyId(scope, name)}">${escaped(String(value))}</data>`)
    .join('');
}

/** Text that is well-formed in XML 1.0 wherever it stands; characters that XML cannot hold are dropped. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
