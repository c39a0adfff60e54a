/**
 * What decides in which window the app opens.
 * @typedef {object} Circumstances
 * @property {boolean} hasDisplay
 * @property {string | undefined} electron the program that runs desktop apps, where there is one
 * @property {import('./electron.mjs').Refusal | undefined} refusal why it could not be fetched, the last time
 */

/**
 * @typedef {{ kind: 'desktop', electron: string }
 *   | { kind: 'fetch' }
 *   | { kind: 'browser', because?: string }
 *   | { kind: 'serve', because?: string }} Window
 */

/**
 * Where the app opens. A missing desktop runtime never stands in the way: a browser window shows the same app.
 * @param {import('./options.mjs').Options} options
 * @param {Circumstances} circumstances
 * @returns {Window}
 */
export function chooseWindow({ open, browser, port, desktop }, { hasDisplay, electron, refusal }) {
  if (!open) return { kind: 'serve' };
  if (!hasDisplay) {
    return { kind: 'serve', because: 'There is no display here; open the address below in a browser.' };
  }
  if (browser || port !== undefined) return { kind: 'browser' };
  if (electron !== undefined) return { kind: 'desktop', electron };
  if (refusal === undefined) return { kind: 'fetch' };
  const again = desktop ? '' : ' "npm start -- --desktop" tries again.';
  return {
    kind: 'browser',
    because: `The desktop runtime could not be fetched (${refusal.reason}); opening in a browser window.${again}`,
  };
}

/**
 * Whether a window can be shown. Only X11 and Wayland systems tell; the others always have one.
 * @param {NodeJS.Platform} platform
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export const hasDisplay = (platform, env) =>
  ['win32', 'darwin'].includes(platform) || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
