/** `kithmap paths`: who could bring me, or anybody, to somebody or to somewhere, and what each step rests on. */
import type { PeopleIndex } from '../../shared/capture/people';
import { KithmapError } from '../../shared/errors';
import { groupKinds, type PathsAnswer, type PathTarget, type WarmPath } from '../../shared/paths/answers';
import { isMe, peopleNamed, peopleOf } from './people';
import { withHost } from './session';
import { type CommonOptions, counted, type Exit, exits, json, type Terminal } from './terminal';

export interface PathsOptions extends CommonOptions {
  readonly from?: string;
  readonly k?: number;
  readonly avoid?: readonly string[];
  readonly onlyKnown?: boolean;
}

export function paths(terminal: Terminal, words: readonly string[], options: PathsOptions): Promise<Exit> {
  return withHost(terminal, options, async (session) => {
    const { host, today, terminal: screen } = session;
    const { people } = await peopleOf(session);
    const from = options.from === undefined || isMe(options.from) ? undefined : whoIs(people, options.from);
    const answer = await host.call('paths', {
      to: targetOf(people, words.join(' ')),
      ...(from === undefined ? {} : { from }),
      k: options.k ?? 3,
      avoid: (options.avoid ?? []).map((name) => whoIs(people, name)),
      onlyKnown: options.onlyKnown === true,
      day: today,
    });
    screen.out(options.json === true ? json(inJson(answer)) : inWords(answer));
    return exits.done;
  });
}

/** `org:Novartis`, `place:Basel`, `industry:biotech`, `tag:choir`; otherwise a name. */
function targetOf(people: PeopleIndex, text: string): PathTarget {
  const [, prefix = '', value = ''] = /^\s*([a-z]+):\s*(.*?)\s*$/u.exec(text) ?? [];
  const kind = prefix === 'org' ? 'organisation' : groupKinds.find((one) => one === prefix);
  if (kind === undefined) return { kind: 'contact', id: whoIs(people, text) };
  if (value === '') throw new KithmapError('bad-argument', `Say which ${kind}: ${prefix}:NAME.`);
  return { kind, value };
}

/** @throws KithmapError `bad-argument` where a name means nobody or several */
function whoIs(people: PeopleIndex, said: string): string {
  if (isMe(said) && people.me !== undefined) return people.me;
  const [person] = peopleNamed(people, [said]);
  return person?.id ?? '';
}

function inJson({ asOf, from, to, paths: found, fewestHands, none }: PathsAnswer): object {
  return {
    asOf,
    from: from.name,
    to: to.name,
    paths: found.map(pathInJson),
    fewestHands: fewestHands === null ? null : pathInJson(fewestHands),
    none,
  };
}

function pathInJson({ contacts, ties, warmth, hands, why, ask }: WarmPath): object {
  return { contacts: contacts.map(({ name }) => name), ties, warmth, hands, why, ask };
}

function inWords({ paths: found, fewestHands, none }: PathsAnswer): string {
  const lines = found.flatMap((path) => [...pathInWords(path), '']);
  if (fewestHands !== null) {
    lines.push(`With fewest hands (${counted(fewestHands.hands, 'person', 'people')} between):`);
    lines.push(...pathInWords(fewestHands), '');
  }
  if (none !== null) lines.push(none, '');
  return `${lines.slice(0, -1).join('\n')}\n`;
}

function pathInWords({ contacts, ties, ask }: WarmPath): string[] {
  return [
    contacts.map(({ name }) => name).join(' > '),
    ...ties.map(({ text }) => `  ${text}`),
    ...(ask === null
      ? []
      : [
          [`  To ask ${ask.name}:`, ask.asked, ask.promises, ask.load]
            .filter((text) => text !== '')
            .join(' '),
        ]),
  ];
}
