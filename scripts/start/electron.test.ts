import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findElectron, reasonOf, rememberedRefusal } from './electron.mjs';

/** A Linux machine on which exactly these programs exist. */
const machine = (programs: string[], env: Record<string, string> = {}) => ({
  platform: 'linux' as const,
  env,
  isProgram: (file: string) => programs.includes(file),
});

const ours = join('/project', 'node_modules', 'electron');
const fetched = join(ours, 'dist', 'electron');

describe('the desktop runtime', () => {
  it('is the one the person points to, before any other', () => {
    const theirs = join('/theirs', 'electron');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: '/theirs', PATH: '/usr/bin' };
    expect(findElectron(ours, machine([theirs, fetched, '/usr/bin/electron'], env))).toBe(theirs);
  });

  it('is the fetched one before the one of the system', () => {
    expect(findElectron(ours, machine([fetched, '/usr/bin/electron'], { PATH: '/usr/bin' }))).toBe(fetched);
  });

  it('is the one of the system, not the shim that npm puts before it on the path', () => {
    const shims = join('/project', 'node_modules', '.bin');
    const env = { PATH: [shims, '/usr/bin'].join(delimiter) };
    expect(findElectron(ours, machine([join(shims, 'electron'), '/usr/bin/electron'], env))).toBe(
      '/usr/bin/electron',
    );
  });

  it('is missing where none of them is', () => {
    expect(findElectron(ours, machine([], { PATH: '/usr/bin' }))).toBeUndefined();
  });
});

describe('a refusal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kithmap-refusal-'));
  const file = join(folder, 'electron-refused.json');
  afterEach(() => rmSync(file, { force: true }));

  it('is remembered for the version it was of, and no other', () => {
    const refusal = { version: '45.0.0', reason: 'the disk is full' };
    writeFileSync(file, JSON.stringify(refusal));
    expect(rememberedRefusal(file, '45.0.0')).toEqual(refusal);
    expect(rememberedRefusal(file, '45.0.1')).toBeUndefined();
  });

  it.each(['', '{', 'null', '[]', '{"version":"45.0.0"}'])('is none where its file holds %j', (content) => {
    writeFileSync(file, content);
    expect(rememberedRefusal(file, '45.0.0')).toBeUndefined();
  });

  it('is none where there is no file', () => {
    expect(rememberedRefusal(file, '45.0.0')).toBeUndefined();
  });

  it('is a few words, whatever the trace', () => {
    expect(reasonOf('', true, 10_000)).toBe('not there after 10 seconds');
    expect(reasonOf('cause: getaddrinfo ENOTFOUND example.org', false, 1)).toBe(
      'its server is not reachable from here',
    );
    expect(reasonOf('HTTPError: Response code 403 (Forbidden)', false, 1)).toBe('its server answered 403');
    expect(reasonOf('ENOSPC: no space left on device', false, 1)).toBe('the disk is full');
    expect(reasonOf('Error: something else', false, 1)).toBe('its package could not do it');
  });
});
