/** `kithmap merge` and `kithmap split`: two contacts who are one person, and apart again. */
import { z } from 'zod';
import { type Choices, choosableFields, Keeping } from '../../shared/commands/merged-fields';
import { KithmapError } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import { peopleNamed, peopleOf } from './people';
import { rowsOf, withHost } from './session';
import { type CommonOptions, counted, type Exit, exits, json, type Terminal } from './terminal';

export interface MergeOptions extends CommonOptions {
  /** `FIELD=mine`, `theirs` or `both`. */
  readonly keep?: readonly string[];
}

const Merged = z.object({ merge: z.string(), id: z.string(), introductions: z.int() });
const Split = z.object({ id: z.string(), into: z.string(), left: z.int() });

export function merge(
  terminal: Terminal,
  [first, second]: readonly [string, string],
  { keep = [], ...options }: MergeOptions,
): Promise<Exit> {
  return withHost(terminal, options, async (session) => {
    const { host, hello, terminal: screen } = session;
    const choices = choicesIn(keep);
    const { people } = await peopleOf(session);
    const [into, gone] = peopleNamed(people, [first, second]);
    if (into === undefined || gone === undefined) throw new KithmapError('bad-argument', 'Name two people.');
    const args: JsonObject = { into: into.id, gone: gone.id, keep: choices };
    const { answer } = await host.call('edit', { client: hello.client, name: 'contact.merge', args });
    const { merge: record, id, introductions } = Merged.parse(answer);
    const within =
      introductions === 0 ? '' : ` ${counted(introductions, 'introduction')} between the two went with it.`;
    if (options.json === true) screen.out(json({ merge: record, contact: id, gone: gone.id, introductions }));
    else {
      const done = `${gone.name} and ${into.name} are one contact now.${within}`;
      screen.out(`${done} kithmap split takes them apart.\n`);
    }
    return exits.done;
  });
}

/** Takes apart what was merged into somebody last. */
export function split(terminal: Terminal, name: string, options: CommonOptions): Promise<Exit> {
  return withHost(terminal, options, async (session) => {
    const { host, hello, terminal: screen } = session;
    const { people } = await peopleOf(session);
    const [person] = peopleNamed(people, [name]);
    const { tables } = await host.call('details', { contact: person?.id ?? '' });
    const last = tables.find(({ table }) => table === 'merges')?.rows[0];
    if (person === undefined || last === undefined) {
      throw new KithmapError('bad-argument', `Nothing was merged into ${person?.name ?? name}.`);
    }
    const { answer } = await host.call('edit', {
      client: hello.client,
      name: 'contact.split',
      args: { merge: last['id'] },
    });
    const { id, into, left } = Split.parse(answer);
    const contacts = (await rowsOf(host, 'contacts')).get('contacts') ?? [];
    const back = z
      .object({ name: z.object({ full: z.string() }) })
      .safeParse(contacts.find((contact) => contact['id'] === id));
    const who = back.success && back.data.name.full !== '' ? back.data.name.full : `@{${id}}`;
    const kept = left === 0 ? '' : ` ${counted(left, 'thing')} changed since and stay with ${person.name}.`;
    if (options.json === true) screen.out(json({ contact: into, back: id, left }));
    else screen.out(`${person.name} and ${who} are two contacts again.${kept}\n`);
    return left === 0 ? exits.done : exits.findings;
  });
}

function choicesIn(keep: readonly string[]): Choices {
  const choices: Record<string, unknown> = {};
  for (const choice of keep) {
    const [field = '', side = ''] = choice.split('=');
    const known = choosableFields.find((one) => one === field);
    const keeping = Keeping.safeParse(side);
    if (known === undefined || !keeping.success) {
      throw new KithmapError(
        'bad-argument',
        `--keep takes FIELD=mine, FIELD=theirs or FIELD=both, with a field of ${choosableFields.join(', ')}; “${choice}” is none.`,
      );
    }
    choices[known] = keeping.data;
  }
  return choices;
}
