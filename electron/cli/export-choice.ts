/** What `kithmap export` is to take along, from the words it was asked with. */
import { z } from 'zod';
import { KithmapError } from '../../shared/errors';
import { type ExportChoice, type ExportField, exportFields } from '../../shared/formats/export-choice';
import { listed } from '../../shared/words';
import { peopleNamed, peopleOf } from './people';
import { rowsOf, type Session } from './session';

export interface ChoiceOptions {
  /** Names. */
  readonly people?: readonly string[];
  /** Of groups. */
  readonly group?: readonly string[];
  readonly tag?: readonly string[];
  /** Separated by commas; `names` alone for none. */
  readonly fields?: string;
  readonly guessed?: 'yes' | 'no';
}

const Tagged = z.object({ id: z.string(), tags: z.array(z.string()) });
const Group = z.object({ id: z.string(), name: z.string() });
const Placed = z.object({ id: z.string(), cluster: z.string().optional() });

/** @throws KithmapError `bad-argument` for a name, group, tag or field that there is not */
export async function choiceOf(session: Session, options: ChoiceOptions): Promise<Partial<ExportChoice>> {
  const { people = [], group = [], tag = [], fields, guessed } = options;
  const isAll = people.length + group.length + tag.length === 0;
  const named = people.length === 0 ? [] : peopleNamed((await peopleOf(session)).people, people);
  const others = group.length + tag.length === 0 ? [] : await membersOf(session, group, tag);
  return {
    ...(isAll ? {} : { people: [...new Set([...named.map(({ id }) => id), ...others])] }),
    ...(fields === undefined ? {} : { fields: fieldsOf(fields) }),
    ...(guessed === undefined ? {} : { guessed: guessed === 'yes' }),
  };
}

async function membersOf(
  { host }: Session,
  groups: readonly string[],
  tags: readonly string[],
): Promise<string[]> {
  const rows = await rowsOf(host, 'contacts', 'clusters', 'positions');
  const clusters = z.array(Group).parse(rows.get('clusters'));
  const places = z.array(Placed).parse(rows.get('positions'));
  const contacts = z.array(Tagged).parse(rows.get('contacts'));
  const members: string[] = [];
  for (const name of groups) {
    const cluster = clusters.find((one) => folded(one.name) === folded(name));
    if (cluster === undefined)
      throw unknown(
        'group',
        name,
        clusters.map((one) => one.name),
      );
    members.push(...places.filter((one) => one.cluster === cluster.id).map(({ id }) => id));
  }
  for (const name of tags) {
    const tagged = contacts.filter((one) => one.tags.some((tag) => folded(tag) === folded(name)));
    if (tagged.length === 0) throw unknown('tag', name, [...new Set(contacts.flatMap((one) => one.tags))]);
    members.push(...tagged.map(({ id }) => id));
  }
  return members;
}

function fieldsOf(text: string): ExportField[] {
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  return words.flatMap((word) => {
    if (word === 'names' || word === '') return [];
    const field = exportFields.find((one) => one === word);
    if (field === undefined) throw unknown('field', word, ['names', ...exportFields]);
    return [field];
  });
}

function unknown(what: 'group' | 'tag' | 'field', name: string, there: readonly string[]): KithmapError {
  const none =
    what === 'group'
      ? 'Groups are found once the app shows the network: open it, then try again.'
      : `There is no ${what} in your network yet.`;
  const sentence = there.length === 0 ? none : `There are: ${listed(there, 12)}.`;
  return new KithmapError('bad-argument', `There is no ${what} “${name}”. ${sentence}`);
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
