/** Entry: Kithmap served on loopback to a browser on this machine. Prints the address, and serves until it is stopped. */
import { fileURLToPath } from 'node:url';
import { toErrorMessage } from '../shared/errors';
import { readBuiltPage } from './built-page';
import { readAppVersion } from './host/app-version';
import { openFolder } from './host/open-folder';
import { noCapabilities } from './host/outside';
import { fillWithSample, folderFor } from './host/sample-folder';
import { readLoopbackOptions } from './loopback/options';
import { startLoopback } from './loopback/server';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

async function start(): Promise<void> {
  const options = readLoopbackOptions(process.argv.slice(2));
  const page = await readBuiltPage(
    options.renderer ?? fileURLToPath(new URL('../renderer/', import.meta.url)),
  );
  const host = await openFolder({
    folder: folderFor(options.data, options.sample, process.env),
    environment: process.env,
    appVersion: await readAppVersion(new URL('../../', import.meta.url)),
    // Links open in the browser that the page is in; its own keys stay its own.
    outside: { capabilities: { ...noCapabilities, reservedKeys: true } },
    onFault: (error) => complain(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  if (options.sample) await fillWithSample(host);
  const loopback = await startLoopback({
    host,
    page,
    port: options.port,
    onAddress: (address) => say(`Another browser can use ${address}`),
  });
  say(`Kithmap is at ${loopback.address}`);

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    // Pages hear that it closes before their line does.
    await host.close();
    await loopback.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      closing ??= close().catch((error: unknown) => {
        complain(toErrorMessage(error).message);
        process.exitCode = 1;
      });
    });
  }
}

try {
  await start();
} catch (error) {
  complain(toErrorMessage(error).message);
  process.exitCode = 2;
}
