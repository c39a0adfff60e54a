import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const HELP = `Usage: npm start -- [options]

Sets up what is missing and opens Kithmap: as a desktop window where Electron's runtime is present or can be
fetched, else in a browser window, else (no display) by printing an address.

  --data DIR   keep the network in this folder
  --sample     look around in a made-up network; your own is not touched
  --browser    open in a browser window even where the desktop runtime is present
  --desktop    try again to fetch the desktop runtime, and take the time it needs
  --no-open    open nothing: serve, and print the address
  --port N     serve on this port instead of a free one (opens in a browser)
  --help       this text
`;

/**
 * What a person asked of `npm start`.
 * @typedef {object} Options
 * @property {string | undefined} data absolute path
 * @property {number | undefined} port
 * @property {boolean} open
 * @property {boolean} sample
 * @property {boolean} browser
 * @property {boolean} desktop
 * @property {boolean} help
 */

/**
 * @param {readonly string[]} args
 * @param {string} folder where the person stood: a relative path is meant from there
 * @returns {{ options: Options } | { refusal: string }}
 */
export function readOptions(args, folder) {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        sample: { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        desktop: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return { refusal: firstSentence(error) };
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(/^\d+$/.test(values.port ?? '') && port <= 65_535)) {
    return { refusal: `--port wants a number from 0 to 65535, not "${values.port}".` };
  }
  if (values.data === '') return { refusal: '--data wants the path of a folder.' };
  const elsewhere = [
    values.browser && '--browser',
    values['no-open'] && '--no-open',
    port !== undefined && '--port',
  ].find((flag) => typeof flag === 'string');
  if (values.desktop && elsewhere !== undefined) {
    return { refusal: `--desktop opens a desktop window and ${elsewhere} does not; give one of them.` };
  }
  return {
    options: {
      data: values.data === undefined ? undefined : resolve(folder, values.data),
      port,
      open: !values['no-open'],
      sample: values.sample,
      browser: values.browser,
      desktop: values.desktop,
      help: values.help,
    },
  };
}

/** What both kinds of window are told. @param {Options} options @returns {string[]} */
export const forTheApp = ({ data, sample }) => [
  ...(data === undefined ? [] : ['--data', data]),
  ...(sample ? ['--sample'] : []),
];

/** Node explains an unknown flag at length; the first sentence says which. @param {unknown} error */
function firstSentence(error) {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.split(/\. |\n/)[0]?.replace(/\.$/, '') ?? message}.`;
}
