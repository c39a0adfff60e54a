import { existsSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findOnPath, findSystemChromium } from './chromium.mjs';
import { isInstalled } from './install.mjs';
import { callersFolder, ROOT } from './places.mjs';
import { run, seconds, tail } from './run.mjs';
import { inTurn } from './turn.mjs';

const lock = (versions: Record<string, string>, optional: Record<string, string> = {}) => ({
  packages: {
    '': { version: '0.1.0' },
    ...Object.fromEntries(Object.entries(versions).map(([path, version]) => [path, { version }])),
    ...Object.fromEntries(
      Object.entries(optional).map(([path, version]) => [path, { version, optional: true }]),
    ),
  },
});

describe('an install', () => {
  const wanted = lock(
    { 'node_modules/a': '1.0.0', 'node_modules/b': '2.0.0' },
    { 'node_modules/mac': '1.0.0' },
  );

  it('is current when all that is not optional lies there at its version', () => {
    expect(isInstalled(wanted, lock({ 'node_modules/a': '1.0.0', 'node_modules/b': '2.0.0' }))).toBe(true);
  });

  it('is not when a package is missing or has another version', () => {
    expect(isInstalled(wanted, lock({ 'node_modules/a': '1.0.0' }))).toBe(false);
    expect(isInstalled(wanted, lock({ 'node_modules/a': '1.0.0', 'node_modules/b': '2.0.1' }))).toBe(false);
  });
});

describe('the folder a path is meant from', () => {
  const env = { npm_lifecycle_event: 'kithmap', INIT_CWD: '/where/they/stood' };

  it('is where the person stood when npm moved into the project', () => {
    expect(callersFolder('kithmap', env, ROOT)).toBe('/where/they/stood');
  });

  it('is the present one for a command that npm did not start, or started for another script', () => {
    expect(callersFolder('kithmap', {}, '/here')).toBe('/here');
    expect(callersFolder('kithmap', env, '/here')).toBe('/here');
    expect(callersFolder('kithmap', { ...env, npm_lifecycle_event: 'test' }, ROOT)).toBe(ROOT);
  });
});

describe('a Chromium', () => {
  const machine = (platform: NodeJS.Platform, env: Record<string, string>, programs: string[]) => ({
    platform,
    env,
    isProgram: (file: string) => programs.includes(file),
  });

  it('is found on the path, in the order of the names and not of the folders', () => {
    const env = { PATH: ['/a', '/b'].join(delimiter) };
    const programs = [join('/a', 'google-chrome'), join('/b', 'chromium')];
    expect(findSystemChromium(machine('linux', env, programs))).toBe(join('/b', 'chromium'));
  });

  it('is found where macOS and Windows keep it', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findSystemChromium(machine('darwin', {}, [chrome]))).toBe(chrome);
    const edge = 'C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(findSystemChromium(machine('win32', { ProgramFiles: 'C:\\Programs' }, [edge]))).toBe(edge);
  });

  it('is none on a machine that has none', () => {
    expect(findSystemChromium(machine('linux', { PATH: '/a' }, []))).toBeUndefined();
    expect(findOnPath('chromium', machine('linux', {}, []))).toBeUndefined();
  });
});

describe('a command', () => {
  it('gives its exit code and both of its streams', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3';
    const { code, output } = await run(process.execPath, ['-e', script]);
    expect(code).toBe(3);
    expect(output).toContain('out\n');
    expect(output).toContain('err\n');
  });

  it('is stopped with all that it started when it takes too long', async () => {
    const script = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
    const { code, timedOut } = await run(process.execPath, ['-e', script], { timeoutMs: 500 });
    expect({ code, timedOut }).toEqual({ code: 1, timedOut: true });
  });

  it('that does not exist fails with its name', async () => {
    const { code, output } = await run('no-such-program-of-kithmap', []);
    expect(code).toBe(1);
    expect(output).toContain('no-such-program-of-kithmap');
  });

  it('is told by its last lines and its seconds', () => {
    expect(tail('a\n\nb\n\u001b[31mc\u001b[0m\n', 2)).toBe('b\nc');
    expect(seconds(1.26)).toBe('1.3 s');
    expect(seconds(61.7)).toBe('62 s');
  });
});

describe('a turn', () => {
  const file = () => join(mkdtempSync(join(tmpdir(), 'kithmap-turn-')), 'setup.lock');

  it('is given to one at a time, and given back', async () => {
    const lockFile = file();
    let atWork = 0;
    const work = async () => {
      atWork += 1;
      expect(atWork).toBe(1);
      expect(readFileSync(lockFile, 'utf8')).toBe(String(process.pid));
      await Promise.resolve();
      atWork -= 1;
    };
    await Promise.all([inTurn(work, lockFile), inTurn(work, lockFile), inTurn(work, lockFile)]);
    expect(existsSync(lockFile)).toBe(false);
  });

  it('is given back when the work fails', async () => {
    const lockFile = file();
    await expect(inTurn(() => Promise.reject(new Error('no')), lockFile)).rejects.toThrow('no');
    expect(existsSync(lockFile)).toBe(false);
  });

  it('is taken over from a process that is gone', async () => {
    const lockFile = file();
    const { output } = await run(process.execPath, ['-p', 'process.pid']);
    writeFileSync(lockFile, output.trim());
    await expect(inTurn(() => Promise.resolve('done'), lockFile)).resolves.toBe('done');
  });

  it('is taken over from one that died before it signed', async () => {
    const lockFile = file();
    writeFileSync(lockFile, '');
    utimesSync(lockFile, 0, 0);
    await expect(inTurn(() => Promise.resolve('done'), lockFile)).resolves.toBe('done');
  });
});
