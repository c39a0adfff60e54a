import { describe, expect, it } from 'vitest';
import { appWindowArguments } from './browser-window.mjs';

describe('an app window', () => {
  it('has a profile of its own and a sandbox', () => {
    const given = appWindowArguments('http://127.0.0.1:1/#token=t', '/profile', false);
    expect(given).toContain('--app=http://127.0.0.1:1/#token=t');
    expect(given).toContain('--user-data-dir=/profile');
    expect(given).not.toContain('--no-sandbox');
  });

  it('goes without the sandbox for root alone, where Chromium would not start with it', () => {
    expect(appWindowArguments('http://127.0.0.1:1/', '/profile', true)).toContain('--no-sandbox');
  });
});
