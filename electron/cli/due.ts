/** `kithmap due` and `kithmap owed`: who is due by their cadence, and who waits for a reply. */
import { counted, type CommonOptions, type Exit, exits, json, type Terminal } from './terminal';
import { withHost } from './session';

export interface DueOptions extends CommonOptions {
  readonly most?: number;
}

const usualMost = 20;
/** People in one answer of the host. */
const page = 2_000;

export function due(terminal: Terminal, options: DueOptions): Promise<Exit> {
  return withHost(terminal, options, async ({ host, today: day, terminal: screen }) => {
    const most = options.most ?? (options.json === true ? Number.POSITIVE_INFINITY : usualMost);
    const first = await host.call('due', { day, limit: Math.min(page, most) });
    const people = [...first.due];
    while (people.length < Math.min(most, first.total)) {
      const limit = Math.min(page, most - people.length);
      const next = await host.call('due', { day, offset: people.length, limit });
      if (next.due.length === 0) break;
      people.push(...next.due);
    }
    if (options.json === true) {
      const { asOf, total, tweeners, groups } = first;
      screen.out(json({ asOf, total, due: people, tweeners, groups }));
      return exits.done;
    }
    const lines = people.map(({ name, text }) => `${name}: ${text}`);
    if (first.total > people.length) lines.push(`and ${first.total - people.length} more`);
    if (first.total === 0) lines.push('Nobody is due.');
    for (const { name, next, contacts } of first.groups) {
      lines.push(`${name}: ${next}, ${counted(contacts.length, 'person', 'people')}`);
    }
    screen.out(`${lines.join('\n')}\n`);
    return exits.done;
  });
}

export function owed(terminal: Terminal, options: CommonOptions): Promise<Exit> {
  return withHost(terminal, options, async ({ host, today: day, terminal: screen }) => {
    const { asOf, replies } = await host.call('due', { day, limit: 0 });
    if (options.json === true) screen.out(json({ asOf, replies }));
    else if (replies.length === 0) screen.out('Nobody waits for your reply.\n');
    else screen.out(`${replies.map(({ name, text }) => `${name}: ${text}`).join('\n')}\n`);
    return exits.done;
  });
}
