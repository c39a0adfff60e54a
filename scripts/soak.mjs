/**
 * `npm run soak [-- --mail-megabytes 2000 --rows 300000 --most-megabytes 400]`: a mailbox and a table far larger than
 * anybody has, read by the terminal as they are made, without being on disk, and compared whole: that it takes no more
 * memory than it may, and that an import which was held up, then stopped at 70 %, leaves the network as it was, byte for
 * byte. `--write`: the table is brought in as well, and how much memory that takes is said.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { inProject } from './setup/places.mjs';
import { makeReady } from './setup/ready.mjs';
import { bytesOfMail, mails, rows } from './soak/files.mjs';

const { values } = parseArgs({
  options: {
    'mail-megabytes': { type: 'string', default: '2000' },
    rows: { type: 'string', default: '300000' },
    'most-megabytes': { type: 'string', default: '400' },
    write: { type: 'boolean', default: false },
  },
});
const megabyte = 1_000_000;
/** Resident memory that reading and comparing may take. */
const most = Number(values['most-megabytes']) * megabyte;
const mailCount = Math.ceil((Number(values['mail-megabytes']) * megabyte) / bytesOfMail);

await makeReady((line) => process.stderr.write(`${line}\n`));
const cli = inProject('out', 'main', 'cli.js');
const folder = mkdtempSync(join(tmpdir(), 'kithmap-soak-'));
const data = join(folder, 'network');
let failed = false;

try {
  run(
    ['import', '-', '--me', 'p0@example.org'],
    'BEGIN:VCARD\nVERSION:4.0\nFN:Ana Silva\nEMAIL:p1@example.org\nEND:VCARD\n',
  );
  await soak('mailbox', mails, mailCount);
  await soak('table', rows, Number(values.rows));
  if (values.write) {
    const written = await feed(rows(Number(values.rows)), { total: Infinity, as: 'writing' });
    report('table, brought in', written);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

/** @param {string} name @param {(count: number) => Iterable<Uint8Array>} make @param {number} count */
async function soak(name, make, count) {
  const some = Math.min(count, 1_000);
  const total = Math.round(size(make(some)) * (count / some));
  const before = exported();
  const stopped = await feed(make(count), { total, holdAt: 0.4, stopAt: 0.7 });
  report(`${name}, held up and stopped at 70 %`, stopped);
  const same = exported() === before;
  failed ||= !same;
  console.log(`${name}: the export is ${same ? 'the same as' : 'NOT as'} before, byte for byte.`);
  const whole = await feed(make(count), { total });
  report(`${name}, compared whole`, whole);
  const peak = Math.max(stopped.peak, whole.peak);
  failed ||= peak > most;
  console.log(
    `${name}: ${peak > most ? 'MORE' : 'no more'} than ${Math.round(most / megabyte)} MB resident, as it may take.`,
  );
}

/** @param {string[]} args @param {string} [input] */
function run(args, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args, '--data', data], {
    input,
    encoding: 'utf8',
    maxBuffer: 1024 * megabyte,
  });
  if (status === 2) throw new Error(stderr);
  return stdout;
}

function exported() {
  const out = join(folder, 'export.json');
  run(['export', '--format', 'json', '--out', out]);
  return readFileSync(out, 'utf8').replace(/"exportedAt":\s*"[^"]*"/, '');
}

/** @param {Iterable<Uint8Array>} pieces */
function size(pieces) {
  let bytes = 0;
  for (const piece of pieces) bytes += piece.length;
  return bytes;
}

/**
 * Feeds an import, watching its memory.
 * @param {Iterable<Uint8Array>} pieces
 * @param {{ total: number, holdAt?: number, stopAt?: number, as?: 'trial' | 'writing' }} how
 */
async function feed(pieces, { total, holdAt = 2, stopAt = 2, as = stopAt > 1 ? 'trial' : 'writing' }) {
  const trial = as === 'trial' ? ['--dry-run'] : [];
  const child = spawn(process.execPath, [cli, 'import', '-', ...trial, '--data', data], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {}); // it stopped listening
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => (said += text));
  }
  const ended = once(child, 'exit');
  const began = performance.now();
  let [sent, peak, held, stopped] = [0, 0, false, false];
  const watch = setInterval(() => (peak = Math.max(peak, residentOf(child.pid))), 100);
  try {
    for (const piece of pieces) {
      if (child.exitCode !== null || child.signalCode !== null) break;
      if (!child.stdin.write(piece)) await Promise.race([once(child.stdin, 'drain'), ended]);
      sent += piece.length;
      if (!held && sent > holdAt * total) {
        held = true;
        child.kill('SIGSTOP');
        await setTimeout(1_000);
        child.kill('SIGCONT');
      }
      if (!stopped && sent > stopAt * total) {
        stopped = true;
        child.kill('SIGINT');
        break;
      }
    }
    if (!stopped) child.stdin.end();
    await ended;
  } finally {
    clearInterval(watch);
  }
  return {
    sent,
    peak,
    seconds: (performance.now() - began) / 1_000,
    said: said.trim().split('\n').at(-1) ?? '',
  };
}

/** Bytes of memory that a process has, where the system says so. @param {number | undefined} pid */
function residentOf(pid) {
  try {
    const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1_024;
  } catch {
    return 0;
  }
}

/** @param {string} what @param {Awaited<ReturnType<typeof feed>>} figures */
function report(what, { sent, peak, seconds, said }) {
  const memory = peak === 0 ? 'memory not known' : `${Math.round(peak / megabyte)} MB resident at most`;
  console.log(`${what}: ${Math.round(sent / megabyte)} MB in ${Math.round(seconds)} s, ${memory}. ${said}`);
}
