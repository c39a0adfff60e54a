/** `kithmap introductions`: all of them by stage, how far each is, and what is stuck. */
import { boardOf, type Carded } from '../../shared/introductions/board';
import { type Brought, whoBrought } from '../../shared/introductions/chain';
import { called, sayBoth, sayHowFar, sayStuck, type SpeakingOfMe } from '../../shared/introductions/say';
import { Network } from '../../shared/model/network';
import { rowsOf, type Session, withHost } from './session';
import { type CommonOptions, counted, type Exit, exits, json, type Terminal } from './terminal';

export interface IntroductionsOptions extends CommonOptions {
  /** Without those that came to their end. */
  readonly open?: boolean;
  /** Who brought whom, in their place. */
  readonly chain?: boolean;
}

export function introductions(terminal: Terminal, options: IntroductionsOptions): Promise<Exit> {
  return withHost(terminal, options, async (session) => {
    const speaking = await speakingOf(session);
    session.terminal.out(options.chain === true ? chain(speaking, options) : board(speaking, options));
    return exits.done;
  });
}

/** Names, who is me, and the introductions: what their sentences are made of. */
export async function speakingOf({
  host,
  hello,
  today,
}: Session): Promise<SpeakingOfMe & { network: Network }> {
  const network = new Network();
  for (const [table, rows] of await rowsOf(host, 'settings', 'contacts', 'introductions')) {
    if (table !== 'settings' && table !== 'contacts' && table !== 'introductions') continue;
    for (const row of rows) network.load(table, String(row['id']), row);
  }
  return { network, today, locale: hello.locale, me: network.get('settings', 'settings')?.me };
}

function board(speaking: SpeakingOfMe, options: IntroductionsOptions): string {
  const { columns, ended } = boardOf(speaking.network, speaking.today);
  const isShown = ({ introduction: { stage } }: Carded): boolean =>
    options.open !== true || stage !== 'thanked';
  const shown = columns.map(({ title, cards }) => ({ title, cards: cards.filter(isShown) }));
  const apart = options.open === true ? [] : ended;
  if (options.json === true) {
    const all = [...shown.flatMap(({ cards }) => cards), ...apart];
    return json({
      asOf: speaking.today,
      total: all.length,
      stuck: all.filter(({ stuck }) => stuck !== undefined).length,
      introductions: all.map((card) => inJson(speaking, card)),
    });
  }
  const lines = [...shown, { title: 'Ended', cards: apart }].flatMap(({ title, cards }) =>
    cards.length === 0
      ? []
      : [`${title} (${cards.length})`, ...cards.flatMap((card) => inWords(speaking, card)), ''],
  );
  if (lines.length === 0) {
    return 'No introductions are under way. Begin one: kithmap introduce NAME NAME --why "..."\n';
  }
  return `${lines.slice(0, -1).join('\n')}\n`;
}

export function inJson(speaking: SpeakingOfMe, { introduction, since, stuck }: Carded): object {
  const { id, a, b, by, stage, consentA, consentB, why, confidential, channel, day, outcome } = introduction;
  const named = (person: string): object => ({ id: person, name: called(speaking, person) });
  return {
    id,
    a: named(a),
    b: named(b),
    by: by === undefined ? null : named(by),
    stage,
    consentA,
    consentB,
    why: why ?? null,
    confidential: confidential !== undefined,
    channel: channel ?? null,
    day: day ?? null,
    outcome: outcome ?? null,
    since: since ?? null,
    text: sayHowFar(speaking, introduction),
    stuck: stuck === undefined ? null : { days: stuck.days, text: sayStuck(speaking, introduction, stuck) },
  };
}

function inWords(speaking: SpeakingOfMe, { introduction, stuck }: Carded): string[] {
  const { by, why, confidential, outcome } = introduction;
  const through = by === undefined ? '' : `, by ${called(speaking, by)}`;
  const because = confidential === undefined ? why : '(confidential)';
  return [
    `  ${sayBoth(speaking, introduction)}${through}${because === undefined ? '' : `: ${because}`}`,
    `    ${sayHowFar(speaking, introduction)}${outcome === undefined ? '' : ` ${outcome}`}`,
    ...(stuck === undefined ? [] : [`    ${sayStuck(speaking, introduction, stuck)}`]),
  ];
}

/** Those below whom somebody stands; of the others only how many there are. */
function chain({ network, today }: SpeakingOfMe, options: IntroductionsOptions): string {
  const all = whoBrought(network);
  if (options.json === true) return json({ asOf: today, people: broughtInJson(all) });
  const lines: string[] = [];
  // A stack of our own: a chain can be longer than what calls can nest.
  const open = all.filter(({ count }) => count > 0).map((node) => ({ node, depth: 0 }));
  open.reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    const brought = node.count === 0 ? '' : ` (brought ${counted(node.count, 'person', 'people')})`;
    lines.push(`${'  '.repeat(Math.min(depth, mostIndent))}${node.name}${brought}`);
    open.push(...[...node.brought].reverse().map((below) => ({ node: below, depth: depth + 1 })));
  }
  const alone = all.filter(({ count }) => count === 0).length;
  if (alone > 0) {
    const they = counted(alone, 'person', 'people');
    lines.push(
      ...(lines.length === 0 ? [] : ['']),
      `Of ${they} it is not on record through whom you know them.`,
    );
  }
  return lines.length === 0 ? 'There is nobody in your network yet.\n' : `${lines.join('\n')}\n`;
}

const mostIndent = 20;

/** Flat, whoever brought somebody before them: a program builds its own tree by `through`. */
function broughtInJson(all: readonly Brought[]): object[] {
  const rows: object[] = [];
  const open: { readonly node: Brought; readonly through: string | null }[] = all.map((node) => ({
    node,
    through: null,
  }));
  open.reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { id, name, count, brought } = next.node;
    rows.push({ id, name, through: next.through, count });
    open.push(...[...brought].reverse().map((node) => ({ node, through: id })));
  }
  return rows;
}
