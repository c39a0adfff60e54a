/** `kithmap share`: who might care for something, and marking it as sent to those who are named. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { KithmapError } from '../../shared/errors';
import { Shareable } from '../../shared/model/entities/happening';
import type { WhoCaresAnswer } from '../../shared/sharing/answers';
import { noTitle, noWebAddress, type sendingChannels, webAddress } from '../../shared/sharing/matter';
import { listed } from '../../shared/words';
import { peopleNamed, peopleOf } from './people';
import { rowsOf, type Session, withHost } from './session';
import { type CommonOptions, counted, type Exit, exits, json, type Terminal } from './terminal';

export interface ShareOptions extends CommonOptions {
  readonly url?: string;
  readonly tag?: readonly string[];
  /** `-` reads what is piped in. */
  readonly text?: string;
  readonly to?: readonly string[];
  readonly by?: (typeof sendingChannels)[number];
  readonly limit?: number;
}

/** What is asked about, with the id under which it is kept, or would be. */
interface Told {
  readonly id: string;
  readonly isKept: boolean;
  readonly title: string;
  readonly url?: string;
  readonly text?: string;
  readonly tags: readonly string[];
}

const usualLimit = 10;
const mostAtOnce = 200;
/** Characters of a text. */
const longest = 200_000;

export async function share(
  terminal: Terminal,
  words: readonly string[],
  options: ShareOptions,
): Promise<Exit> {
  const title = words.join(' ').trim();
  if (title === '') throw new KithmapError('bad-argument', noTitle);
  if (options.url !== undefined && webAddress(options.url) === undefined) {
    throw new KithmapError('bad-argument', noWebAddress);
  }
  const text = options.text === '-' ? await pipedText(terminal) : options.text;
  if ((text ?? '').length > longest) throw new KithmapError('bad-argument', tooLong);
  const id = randomBytes(12).toString('base64url');
  return withHost(terminal, options, async (session) => {
    const told = await toldOf(session, id, title, { ...options, text });
    return options.to === undefined
      ? await rankFor(session, told, options)
      : await send(session, told, options);
  });
}

const tooLong = 'The text is too long. Share the address, or a part of the text.';

async function pipedText(terminal: Terminal): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of terminal.input()) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > longest) throw new KithmapError('bad-argument', tooLong);
  }
  return text;
}

/** The same address, else the same title without one, is the same thing; what is not said again is as it is kept. */
async function toldOf(
  { host }: Session,
  id: string,
  title: string,
  { url, text, tag }: ShareOptions,
): Promise<Told> {
  const rows = z.array(Shareable).parse((await rowsOf(host, 'shareables')).get('shareables'));
  const kept = rows.find((row) =>
    url === undefined || row.url === undefined ? row.title === title : row.url === webAddress(url),
  );
  const address = url === undefined ? kept?.url : webAddress(url);
  const words = text ?? kept?.text;
  return {
    id: kept?.id ?? id,
    isKept: kept !== undefined && kept.id !== id,
    title,
    ...(address === undefined ? {} : { url: address }),
    ...(words === undefined ? {} : { text: words }),
    tags: tag ?? kept?.tags ?? [],
  };
}

async function rankFor(
  { host, today, terminal: screen }: Session,
  { id, isKept, ...matter }: Told,
  options: ShareOptions,
): Promise<Exit> {
  const answer = await host.call('whoCares', {
    ...matter,
    tags: [...matter.tags],
    ...(isKept ? { shareable: id } : {}),
    day: today,
    limit: Math.min(mostAtOnce, options.limit ?? usualLimit),
  });
  if (options.json === true) {
    const { title, url = null, tags } = matter;
    screen.out(
      json({ title, url, tags, kept: isKept ? id : null, ...answer, nobody: answer.nobody ?? null }),
    );
  } else screen.out(inWords(answer));
  return exits.done;
}

function inWords({ people, total, leftOut, leftOutInAll, nobody }: WhoCaresAnswer): string {
  const lines = people.flatMap(({ name, why, last }) => [name, `  ${why}`, `  ${last}`]);
  if (nobody !== undefined) lines.push(nobody);
  if (total > people.length)
    lines.push(`and ${counted(total - people.length, 'more person', 'more people')}`);
  if (leftOutInAll > 0) {
    lines.push('', `${counted(leftOutInAll, 'person', 'people')} left out:`);
    lines.push(...leftOut.slice(0, usualLimit).map(({ name, why }) => `  ${name}: ${why}`));
    if (leftOutInAll > usualLimit) lines.push(`  and ${leftOutInAll - usualLimit} more`);
  }
  return `${lines.join('\n')}\n`;
}

async function send(session: Session, told: Told, options: ShareOptions): Promise<Exit> {
  const { host, hello, today, terminal: screen } = session;
  const { id, isKept, ...add } = told;
  const people = peopleNamed((await peopleOf(session)).people, options.to ?? []);
  const channel = options.by ?? 'mail';
  const args = { id, contacts: people.map((person) => person.id), day: today, channel };
  await host.call('edit', {
    client: hello.client,
    name: 'shareable.send',
    args: { ...args, ...(isKept ? {} : { add }) },
  });
  if (options.json === true) {
    const { title, url = null, tags } = add;
    const sent = people.map((person) => ({ id: person.id, name: person.name }));
    screen.out(json({ shareable: { id, title, url, tags }, day: today, channel, sent }));
  } else {
    const names = listed(
      people.map(({ name }) => name),
      people.length,
    );
    screen.out(`“${add.title}” is marked as sent to ${names}.\n`);
  }
  return exits.done;
}
