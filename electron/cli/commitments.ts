/** `kithmap commitments`: the promises that are open, mine and theirs, those that are overdue first. */
import type { OpenPromise } from '../../shared/keeping/answers';
import { withHost } from './session';
import { type CommonOptions, counted, type Exit, exits, json, type Terminal } from './terminal';

export function commitments(terminal: Terminal, options: CommonOptions): Promise<Exit> {
  return withHost(terminal, options, async ({ host, today, terminal: screen }) => {
    const { promises } = await host.call('due', { day: today, limit: 0 });
    const mine = promises.filter((promise) => isMine(promise));
    const theirs = promises.filter((promise) => !isMine(promise));
    if (options.json === true) {
      screen.out(json({ asOf: today, mine: mine.map(inJson), theirs: theirs.map(inJson) }));
    } else screen.out([...inWords('Mine', mine), ...inWords('Theirs', theirs)].join(''));
    return exits.done;
  });
}

/** Advice is theirs to give, and mine to follow and to tell of. */
function isMine({ by, kind }: OpenPromise): boolean {
  return by === 'me' || kind !== 'promise';
}

function inJson({ id, kind, contact, name, text, confidential, madeOn, due, late }: OpenPromise): object {
  return {
    id,
    kind,
    contact: { id: contact, name },
    text,
    confidential: confidential !== undefined,
    madeOn,
    due,
    late,
  };
}

function inWords(title: string, list: readonly OpenPromise[]): string[] {
  if (list.length === 0) return [`${title}: nothing is open.\n`];
  const lines = list.map(({ kind, name, text, confidential, late }) => {
    const what = confidential === undefined ? (text ?? '') : '(confidential)';
    const said = kind === 'update' ? `tell them what came of their advice: ${what}` : what;
    return `  ${when(late)}  ${name}: ${said}\n`;
  });
  return [`${title}:\n`, ...lines];
}

function when(late: number | null): string {
  if (late === null) return 'no day';
  if (late === 0) return 'today';
  return late > 0 ? `${counted(late, 'day')} overdue` : `in ${counted(-late, 'day')}`;
}
