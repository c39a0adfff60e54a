/** Entry: Kithmap in a terminal. */
import { hostOf } from '../shared/answerer';
import { processTerminal } from './cli/process-terminal';
import { runTerminal } from './cli/program';
import { readAppVersion } from './host/app-version';
import { openFolder } from './host/open-folder';

const appVersion = await readAppVersion(new URL('../../', import.meta.url));
const terminal = processTerminal(process, async (folder, environment, onFault) =>
  hostOf(await openFolder({ folder, environment, appVersion, onFault })),
);
process.exitCode = await runTerminal(process.argv.slice(2), terminal, appVersion);
