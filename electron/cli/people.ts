/** Whom a name in a command means; where that is open, those whom it could mean are listed. */
import { z } from 'zod';
import type { Person } from '../../shared/capture/capture';
import { PeopleIndex } from '../../shared/capture/people';
import { KithmapError } from '../../shared/errors';
import { Settings } from '../../shared/model/entities/upkeep';
import { rowsOf, type Session } from './session';

/** What of a contact names it. */
const Named = z.object({
  id: z.string(),
  name: z.object({ full: z.string(), given: z.string().optional(), family: z.string().optional() }),
  nicknames: z.array(z.string()).default([]),
  organisations: z.array(z.object({ name: z.string(), to: z.string().optional() })).default([]),
  place: z.string().optional(),
  archived: z.boolean().optional(),
});
const Owner = Settings.pick({ me: true, weekStart: true });

export async function peopleOf({
  host,
}: Session): Promise<{ people: PeopleIndex; weekStart: Settings['weekStart'] | undefined }> {
  const rows = await rowsOf(host, 'contacts', 'settings');
  const [owner] = z.array(Owner).parse(rows.get('settings'));
  const people = new PeopleIndex();
  people.me = owner?.me;
  for (const contact of z.array(Named).parse(rows.get('contacts'))) people.put(contact);
  return { people, weekStart: owner?.weekStart };
}

const mostListed = 10;

/** A sentence, and a line for each of those whom a name could mean. */
export function listCandidates(whom: string, people: readonly Person[]): string {
  const list = people.slice(0, mostListed).map((person) => {
    const about = person.about === undefined ? '' : `, ${person.about}`;
    return `  @{${person.id}}  ${person.name}${about}`;
  });
  if (people.length > mostListed) list.push(`  and ${people.length - mostListed} more`);
  return `${whom}. Name one in full, or so:\n${list.join('\n')}`;
}

/** “me”, in place of a name. */
export function isMe(name: string): boolean {
  return /^(?:me|myself)$/iu.test(name.trim());
}

/** @throws KithmapError `bad-argument` that lists, for every name that does not tell, whom it could mean. */
export function peopleNamed(index: PeopleIndex, names: readonly string[]): Person[] {
  const found: Person[] = [];
  const sentences: string[] = [];
  for (const name of names) {
    const bare = name.trim().replace(/^@/u, '');
    const id = /^\{(.*)\}$/u.exec(bare)?.[1];
    const { people, loose } = id === undefined ? index.named(bare) : { people: [], loose: false };
    const [one] = id === undefined ? people : [index.person(id)];
    if (one !== undefined && !loose && people.length < 2) found.push(one);
    else if (people.length > 0) sentences.push(listCandidates(`“${bare}” could be several`, people));
    else if (id !== undefined) sentences.push(`There is nobody with the id ${id} in your network.`);
    else {
      const alike = bare === '' ? [] : index.complete(bare, mostListed);
      const nobody = `Nobody is called “${bare}”`;
      sentences.push(alike.length === 0 ? `${nobody}. Correct it.` : listCandidates(nobody, alike));
    }
  }
  if (sentences.length > 0) throw new KithmapError('bad-argument', sentences.join('\n'));
  return found;
}
