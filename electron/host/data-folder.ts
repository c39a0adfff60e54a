/** Where a network lies when nobody says otherwise: where the platform keeps what belongs to a person's programs. */
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `given` (the option `--data`), else `KITHMAP_DATA`, else the platform's place.
 * @returns an absolute path; the folder need not exist.
 */
export function dataFolder(given: string | undefined, environment: Environment): string {
  const named = given ?? nonEmpty(environment['KITHMAP_DATA']);
  return named === undefined ? platformFolder(environment, process.platform, homedir()) : resolve(named);
}

export function platformFolder(environment: Environment, platform: NodeJS.Platform, home: string): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Kithmap');
  if (platform === 'win32')
    return join(nonEmpty(environment['APPDATA']) ?? join(home, 'AppData', 'Roaming'), 'Kithmap');
  // The XDG base directory specification: a path that is not absolute is to be ignored.
  const shared = nonEmpty(environment['XDG_DATA_HOME']);
  return join(shared !== undefined && isAbsolute(shared) ? shared : join(home, '.local', 'share'), 'kithmap');
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}
