/** Settings, and what imports leave behind that a person can change. */
import { z } from 'zod';
import { ImportMapping, Settings } from '../model/entities/upkeep';
import { type Command, defineCommand } from './command';
import type { Draft } from './draft';
import { entityCommands } from './entity-commands';

/** The settings as they are, or as they are before anything was set. */
export function settingsOf(draft: Draft): z.output<typeof Settings> {
  return Settings.parse(draft.get('settings', 'settings') ?? { id: 'settings' });
}

/** Changes settings; the first change makes them. `me` is set by `me.set` alone. */
const change = defineCommand({
  name: 'settings.change',
  label: 'Change settings',
  schema: z.strictObject(
    Object.fromEntries(
      Object.entries(Settings.shape)
        .filter(([field]) => field !== 'id' && field !== 'me')
        .map(([field, type]) => {
          const inner: unknown = type instanceof z.ZodDefault ? type.unwrap() : type;
          return [field, inner instanceof z.ZodType ? inner.optional() : z.never()] as const;
        }),
    ),
  ),
  apply(draft, args) {
    if (!draft.has('settings', 'settings')) draft.create('settings', settingsOf(draft));
    draft.update('settings', 'settings', args);
    return undefined;
  },
});

export const settingsCommands: readonly Command[] = [
  change,
  ...entityCommands({
    table: 'importMappings',
    name: 'import-mapping',
    word: 'column mapping',
    schema: ImportMapping,
  }),
];
