/** The folder's health: what was looked at, whether it is well, and what is wrong, in sentences. */
import { join } from 'node:path';
import { type JsonObject, sameJson } from '../../../shared/json';
import { migrateTables } from '../../../shared/model/document';
import type { Migration } from '../../../shared/model/migrations/migration';
import type { Network } from '../../../shared/model/network';
import { referencesOf } from '../../../shared/model/references';
import { tableNames } from '../../../shared/model/table-names';
import { many } from '../../../shared/words';
import { listBackups } from './backups';
import { diskError } from './disk-error';
import type { FileOps } from './files';
import { listHistory, readSegment } from './history';
import { loadNetwork } from './load';
import { isDamagedName, type Paths } from './paths';
import { recover } from './recovery';
import { judgeSnapshot } from './snapshot';
import type { Health, HealthCheck } from './store-types';
import { namesIn } from './write-file';

type Finding = Omit<HealthCheck, 'what'>;

const well = (detail: string): Finding => ({ ok: true, detail });
const unwell = (detail: string): Finding => ({ ok: false, detail });

/** @param network what is in memory, up to `seq`; it is compared with what the files say. */
export async function checkHealth(
  files: FileOps,
  paths: Paths,
  steps: readonly Migration[],
  network: Network,
  seq: number,
): Promise<Health> {
  const checks: HealthCheck[] = [];
  const look = async (what: string, at: () => Promise<Finding> | Finding): Promise<void> => {
    try {
      checks.push({ what, ...(await at()) });
    } catch (error) {
      checks.push({ what, ...unwell(diskError(error, what).message) });
    }
  };
  await look('Who can read the data folder', () => checkModes(files, paths));
  await look('The saved network and its journal', () => checkPresent(files, paths, steps, network, seq));
  await look('The history', () => checkHistory(files, paths));
  await look('The backups', () => checkBackups(files, paths, steps));
  await look('What refers to what', () => checkReferences(network));
  await look('Damaged files', () => checkAside(files, paths));
  return { ok: checks.every(({ ok }) => ok), checks };
}

async function checkModes(files: FileOps, paths: Paths): Promise<Finding> {
  if (process.platform === 'win32') return well('Your user account alone, as Windows has it.');
  for (const path of [paths.folder, paths.history, paths.backups, paths.network, paths.journal]) {
    const facts = await files.stat(path);
    if (facts !== undefined && (facts.mode & 0o077) !== 0) {
      return unwell(
        `Others on this computer can open ${path}. Close Kithmap and open it again to mend that.`,
      );
    }
  }
  return well('You alone.');
}

async function checkPresent(
  files: FileOps,
  paths: Paths,
  steps: readonly Migration[],
  network: Network,
  seq: number,
): Promise<Finding> {
  const { snapshot, journal, ...found } = await recover(files, paths, steps);
  if (snapshot.state === 'bad') return unwell(`network.json is damaged: ${snapshot.why}. Make a backup now.`);
  if (journal.state === 'bad') return unwell(`journal.ndjson is damaged: ${journal.why}. Make a backup now.`);
  if (found.newer) return well('Written by a newer Kithmap; it can be read and not changed.');
  migrateTables(found.tables, found.schemaVersion, steps);
  const { network: onDisk, leftOut } = await loadNetwork(found.tables);
  if (found.seq !== seq || !same(onDisk, network)) {
    return unwell('What is on the disk is not what you see. Make a backup now and open Kithmap again.');
  }
  if (leftOut[0] !== undefined) return unwell(leftOut[0]);
  return well(
    `Both hold, and are what you see: ${many(network.count('contacts'), 'contact', 'contacts')}, ${many(seq, 'journal line', 'journal lines')} so far.`,
  );
}

function same(a: Network, b: Network): boolean {
  return tableNames.every((table) => {
    if (a.count(table) !== b.count(table)) return false;
    for (const entity of a.all(table)) if (!sameJson(entity, b.get(table, entity.id))) return false;
    return true;
  });
}

async function checkHistory(files: FileOps, paths: Paths): Promise<Finding> {
  const segments = await listHistory(files, paths);
  for (const segment of segments) {
    const scan = await readSegment(files, segment);
    const last = scan.lines[scan.settledLines - 1]?.seq;
    if (scan.end !== 'whole' || last !== segment.to) {
      return unwell(
        `${segment.path} is damaged. Edits in it cannot be undone any more; nothing else is lost.`,
      );
    }
  }
  return well(
    segments.length === 0 ? 'There is none yet.' : `${segments.length} rotated journals, all whole.`,
  );
}

async function checkBackups(files: FileOps, paths: Paths, steps: readonly Migration[]): Promise<Finding> {
  const backups = await listBackups(files, paths);
  for (const { path, name } of backups) {
    const reading = await judgeSnapshot(await files.readFile(path), steps);
    if (reading.state === 'damaged') {
      return unwell(`The backup ${name} is damaged: ${reading.why}. Remove it and make a new one.`);
    }
  }
  return well(backups.length === 0 ? 'There is none yet.' : `${backups.length}, all whole.`);
}

function checkReferences(network: Network): Finding {
  for (const table of tableNames) {
    for (const entity of network.all(table)) {
      const row: JsonObject = entity;
      for (const { reference, id } of referencesOf(table, row)) {
        if (network.has(reference.to, id)) continue;
        return unwell(`${table} ${entity.id} speaks of ${reference.to} ${id}, which is not there.`);
      }
    }
  }
  return well('Everything that is spoken of is there.');
}

async function checkAside(files: FileOps, paths: Paths): Promise<Finding> {
  const names = (await namesIn(files, paths.folder)).filter(isDamagedName);
  if (names.length === 0) return well('There are none.');
  const list = names.map((name) => join(paths.folder, name)).join(', ');
  return well(`Kept aside from earlier: ${list}. Remove them when you are sure that nothing is missing.`);
}
