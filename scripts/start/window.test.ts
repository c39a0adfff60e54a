import { describe, expect, it } from 'vitest';
import { chooseWindow, hasDisplay } from './window.mjs';

const options = {
  data: undefined,
  port: undefined,
  open: true,
  sample: false,
  browser: false,
  desktop: false,
  help: false,
};
const refusal = { version: '45.0.0', reason: 'its server is not reachable from here' };
const bare = { hasDisplay: true, electron: undefined, refusal: undefined };
const withElectron = { ...bare, electron: '/opt/electron/electron' };

describe('the window the app opens in', () => {
  it('is a desktop window where the runtime is present', () => {
    expect(chooseWindow(options, withElectron)).toEqual({
      kind: 'desktop',
      electron: '/opt/electron/electron',
    });
  });

  it('asks for the runtime where it is missing and was not refused', () => {
    expect(chooseWindow(options, bare)).toEqual({ kind: 'fetch' });
  });

  it('is a browser window, with the reason, where the runtime was refused', () => {
    expect(chooseWindow(options, { ...bare, refusal })).toEqual({
      kind: 'browser',
      because:
        'The desktop runtime could not be fetched (its server is not reachable from here); opening in a browser window. "npm start -- --desktop" tries again.',
    });
  });

  it('does not advise --desktop to somebody who just gave it', () => {
    expect(chooseWindow({ ...options, desktop: true }, { ...bare, refusal })).toMatchObject({
      kind: 'browser',
      because: expect.not.stringContaining('--desktop'),
    });
  });

  it.each([{ browser: true }, { port: 4000 }])('is a browser window when asked with %j', (asked) => {
    expect(chooseWindow({ ...options, ...asked }, withElectron)).toEqual({ kind: 'browser' });
  });

  it('is none when asked for none', () => {
    expect(chooseWindow({ ...options, open: false }, withElectron)).toEqual({ kind: 'serve' });
  });

  it('is none without a display, whatever was asked and is there', () => {
    for (const asked of [{}, { browser: true }, { desktop: true }]) {
      expect(chooseWindow({ ...options, ...asked }, { ...withElectron, hasDisplay: false })).toEqual({
        kind: 'serve',
        because: 'There is no display here; open the address below in a browser.',
      });
    }
  });
});

describe('a display', () => {
  it('is told by X11 or Wayland, and always there elsewhere', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('freebsd', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });
});
