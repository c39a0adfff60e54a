import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './places.mjs';

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 1 for a command that could not be started or was stopped
 * @property {string} output what it printed, both streams in order of arrival
 * @property {number} seconds
 * @property {boolean} timedOut
 */

/** @typedef {{ env?: Record<string, string>, timeoutMs?: number }} RunOptions */

/** Ends, with all that they started, the commands that are running. @type {Set<() => void>} */
const running = new Set();
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a command in the project's folder to its end and keeps what it printed. It leads a process group of its own,
 * so that stopping it (too late, or Ctrl+C) stops whatever it started too.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Finished>}
 */
export function run(command, args, { env = {}, timeoutMs } = {}) {
  const began = performance.now();
  return new Promise((resolve) => {
    let output = '';
    let timedOut = false;
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const stop = () => endGroup(child);
    begin(stop);
    const timer = timeoutMs === undefined ? undefined : setTimeout(expire, timeoutMs);
    function expire() {
      timedOut = true;
      output += `Stopped: not done after ${seconds((timeoutMs ?? 0) / 1000)}.\n`;
      stop();
    }
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      end(stop);
      resolve({ code, output, seconds: (performance.now() - began) / 1000, timedOut });
    };
    child.once('error', (error) => {
      output += `${error.message}\n`;
      finish(1);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

/**
 * Runs npm. Its own script is called by Node where npm tells which it is, since on Windows `npm` is a batch file.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options) {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('npm-cli.js')) return run(process.execPath, [script, ...args], options);
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : run('npm', args, options);
}

/** The last lines of an output, blank ones and colours left out. @param {string} output @param {number} lines */
export const tail = (output, lines) =>
  stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-lines)
    .join('\n');

/** @param {number} value */
export const seconds = (value) => (value < 9.95 ? `${value.toFixed(1)} s` : `${Math.round(value)} s`);

/** @param {import('node:child_process').ChildProcess} child */
function endGroup(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Signals are ours only while a command runs; who called may do otherwise with them afterwards. @param {() => void} stop */
function begin(stop) {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, stopAll);
  running.add(stop);
}

/** @param {() => void} stop */
function end(stop) {
  running.delete(stop);
  if (running.size === 0) for (const signal of SIGNALS) process.off(signal, stopAll);
}

function stopAll() {
  for (const stop of running) stop();
  process.exit(130);
}
