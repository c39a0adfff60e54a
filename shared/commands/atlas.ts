/** What the atlas remembers: places, pins, groups and their names, saved views. */
import { z } from 'zod';
import { Cluster, SavedView } from '../model/entities/atlas';
import { Id } from '../model/ids';
import { Word } from '../model/schema';
import { type Command, defineCommand } from './command';
import { entityCommands } from './entity-commands';

const Spot = z.strictObject({ id: Id, x: z.number(), y: z.number() });

/** Where people stand, as a layout found it; pinned people stay where they are. */
const place = defineCommand({
  name: 'atlas.place',
  label: 'Place people',
  schema: z.strictObject({ spots: z.array(Spot).max(100_000) }),
  apply(draft, { spots }) {
    for (const { id, x, y } of spots) {
      if (!draft.has('contacts', id)) continue;
      const standing = draft.get('positions', id);
      if (standing?.pinned === true) continue;
      if (standing === undefined) draft.create('positions', { id, x, y });
      else draft.update('positions', id, { x, y });
    }
    return undefined;
  },
});

const pin = defineCommand({
  name: 'atlas.pin',
  label: 'Pin here',
  schema: Spot,
  apply(draft, { id, x, y }) {
    draft.need('contacts', id);
    if (draft.has('positions', id)) draft.update('positions', id, { x, y, pinned: true });
    else draft.create('positions', { id, x, y, pinned: true });
    return undefined;
  },
});

const unpin = defineCommand({
  name: 'atlas.unpin',
  label: 'Unpin',
  schema: z.strictObject({ id: Id }),
  apply(draft, { id }) {
    if (draft.has('positions', id)) draft.update('positions', id, { pinned: undefined });
    return undefined;
  },
});

/**
 * The partition as the analysis found it: groups that are new or gone, and who moved. A group that the user named
 * keeps its name. Contacts that are gone by now are passed over.
 */
const partition = defineCommand({
  name: 'atlas.partition',
  label: 'Group people',
  schema: z.strictObject({
    clusters: z.array(Cluster.extend({ id: Id })).max(10_000),
    gone: z.array(Id).max(10_000),
    members: z.array(z.strictObject({ id: Id, cluster: Id.nullable() })).max(100_000),
  }),
  apply(draft, { clusters, gone, members }) {
    for (const { id, name, tint } of clusters) {
      const standing = draft.get('clusters', id);
      if (standing === undefined) draft.create('clusters', { id, name, tint });
      else draft.update('clusters', id, standing.named === true ? { tint } : { name, tint });
    }
    for (const { id, cluster } of members) {
      if (!draft.has('contacts', id)) continue;
      if (draft.has('positions', id)) draft.update('positions', id, { cluster: cluster ?? undefined });
      else if (cluster !== null) draft.create('positions', { id, cluster });
    }
    for (const id of gone) if (draft.has('clusters', id)) draft.remove('clusters', id);
    return undefined;
  },
});

const rename = defineCommand({
  name: 'cluster.rename',
  label: 'Rename cluster',
  schema: z.strictObject({ id: Id, name: Word }),
  apply(draft, { id, name }) {
    draft.update('clusters', id, { name, named: true });
    return undefined;
  },
});

export const atlasCommands: readonly Command[] = [
  place,
  pin,
  unpin,
  partition,
  rename,
  ...entityCommands({ table: 'savedViews', name: 'saved-view', word: 'saved view', schema: SavedView }),
];
