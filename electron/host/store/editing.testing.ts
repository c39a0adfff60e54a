/**
 * A program that opens a store on the real disk and edits it until it is killed. It writes down each edit that was
 * acknowledged, a line each, before it goes on to the next: `+ id` for a contact, `= id place` for a change.
 */
import { writeSync } from 'node:fs';
import { run } from '../../../shared/commands/command';
import { commandNamed } from '../../../shared/commands/index';
import type { JsonObject } from '../../../shared/json';
import { openStore } from './store';
import { realFiles } from './real-files';

const [, , folder = '', life = '0'] = process.argv;
const said = 1;
let next = 0;
const newId = (): string => `l${life}n${(next++).toString()}`;

const store = await openStore({
  folder,
  files: realFiles,
  clock: { now: () => new Date() },
  newId,
  appVersion: '0.1.0',
  snapshotAfterLines: 7,
});
const context = { now: new Date().toISOString(), today: '2026-05-04', zone: 'UTC', newId };

function patches(name: string, args: JsonObject): ReturnType<typeof run>['patches'] {
  return run(store.network, commandNamed(name), args, context).patches;
}

async function edit(name: string, args: JsonObject, acknowledged: string): Promise<void> {
  await store.append({ by: 'child', name, label: name, patches: patches(name, args) });
  writeSync(said, `${acknowledged}\n`);
}

writeSync(said, `opened ${JSON.stringify(store.notices)} ${JSON.stringify(store.readOnly ?? '')}\n`);
for (let round = 0; ; round++) {
  const id = newId();
  await edit('contact.add', { id, name: { full: `Contact ${id}` } }, `+ ${id}`);
  await edit('contact.edit', { id, place: `P${round}` }, `= ${id} P${round}`);
  if (round % 4 === 3) {
    const [one, other] = [newId(), newId()];
    writeSync(said, `? ${one} ${other}\n`);
    await store.batch('child', 'import', newId(), async (write) => {
      for (const each of [one, other])
        await write('contact.add', patches('contact.add', { id: each, name: { full: each } }));
    });
    writeSync(said, `+ ${one}\n+ ${other}\n`);
  }
}
