/** `kithmap check`, `backup`, `restore` and `sample`: looking after the folder. */
import { KithmapError } from '../../shared/errors';
import { withHost } from './session';
import { type CommonOptions, counted, type Exit, exits, json, type Terminal } from './terminal';

export function check(terminal: Terminal, options: CommonOptions): Promise<Exit> {
  return withHost(terminal, options, async ({ host, terminal: screen }) => {
    const { ok, checks } = await host.call('health', {});
    if (options.json === true) screen.out(json({ ok, checks }));
    else for (const one of checks) screen.out(`${one.ok ? 'good' : 'WRONG'}  ${one.what}: ${one.detail}\n`);
    return ok ? exits.done : exits.findings;
  });
}

export function backUp(terminal: Terminal, options: CommonOptions): Promise<Exit> {
  return withHost(terminal, options, async ({ host, terminal: screen }) => {
    const { name } = await host.call('backup', {});
    screen.out(options.json === true ? json({ name }) : `${name}\n`);
    return exits.done;
  });
}

/** Without a name it lists what there is and changes nothing. */
export function restore(terminal: Terminal, name: string | undefined, options: CommonOptions): Promise<Exit> {
  return withHost(
    terminal,
    options,
    async ({ host, terminal: screen }) => {
      const { backups } = await host.call('backups', {});
      if (name === undefined) {
        if (options.json === true) screen.out(json({ backups }));
        for (const backup of options.json === true ? [] : backups) {
          screen.out(
            `${backup.name}  ${backup.at}  ${counted(backup.contacts, 'contact')}  ${backup.reason}\n`,
          );
        }
        screen.say(
          backups.length === 0
            ? 'There are no backups yet.'
            : 'Nothing was changed. Give one of these names, or "latest", to put it in place.',
        );
        return exits.done;
      }
      const chosen = name === 'latest' ? backups.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]?.name : name;
      if (chosen === undefined) throw new KithmapError('not-found', 'There are no backups yet.');
      const { kept } = await host.call('restore', { name: chosen });
      screen.say(`${chosen} is in place. What was there before is kept as ${kept}.`);
      screen.out(options.json === true ? json({ restored: chosen, kept }) : `${chosen}\n`);
      return exits.done;
    },
    { mayRepeat: false },
  );
}

export function loadSample(terminal: Terminal, options: CommonOptions): Promise<Exit> {
  return withHost(
    terminal,
    options,
    async ({ host, hello, terminal: screen }) => {
      const { batch } = await host.call('loadSample', { client: hello.client });
      screen.say('The sample is loaded: fictional people, and one batch that can be undone.');
      screen.out(options.json === true ? json({ batch }) : `${batch}\n`);
      return exits.done;
    },
    { mayMake: true },
  );
}
