/** Settings, and what imports leave behind that a person can change. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import { foldTag } from '../keeping/rules';
import { ImportMapping, Settings } from '../model/entities/upkeep';
import type { Day } from '../time';
import { type Command, defineCommand } from './command';
import type { Draft } from './draft';
import { definedFields, entityCommands } from './entity-commands';

type TagCadence = NonNullable<z.output<typeof Settings>['tagCadences']>[number];

/** The settings as they are, or as they are before anything was set. */
export function settingsOf(draft: Draft): z.output<typeof Settings> {
  return Settings.parse(draft.get('settings', 'settings') ?? { id: 'settings' });
}

/** Changes settings; the first change makes them, and null takes one out. `me` is set by `me.set` alone. */
const change = defineCommand({
  name: 'settings.change',
  label: 'Change settings',
  schema: z.strictObject(
    Object.fromEntries(
      Object.entries(Settings.shape)
        .filter(([field]) => field !== 'id' && field !== 'me')
        .map(([field, type]) => {
          const inner: unknown = type instanceof z.ZodDefault ? type.unwrap() : type.nullable();
          return [field, inner instanceof z.ZodType ? inner.optional() : z.never()] as const;
        }),
    ),
  ),
  apply(draft, args, { today }) {
    const before = settingsOf(draft);
    const fields = Object.fromEntries(
      Object.entries(definedFields(args)).map(([field, value]) => [field, value ?? undefined]),
    );
    const after = Settings.parse({ ...before, ...fields });
    check(after);
    if (!draft.has('settings', 'settings')) draft.create('settings', before);
    const tagCadences = after.tagCadences?.map((cadence) => ({
      ...cadence,
      ...since(cadence, before.tagCadences ?? [], today),
    }));
    draft.update('settings', 'settings', {
      ...fields,
      ...('tagCadences' in fields ? { tagCadences } : {}),
    });
    return undefined;
  },
});

/** Refuses what the schema cannot say. */
function check({ dueAt, tooLateAt, tagCadences = [] }: z.output<typeof Settings>): void {
  if (tooLateAt < dueAt) {
    throw new KithmapError('bad-argument', 'Nobody can be too late before they are due.');
  }
  const seen = new Set<string>();
  for (const { tag } of tagCadences) {
    if (seen.has(foldTag(tag))) {
      throw new KithmapError('bad-argument', `The tag “${tag.trim()}” has a cadence already.`);
    }
    seen.add(foldTag(tag));
  }
}

/** Without contact the clock of a cadence starts on the day when it was set. */
function since(cadence: TagCadence, before: readonly TagCadence[], today: Day): { since?: Day } {
  if (cadence.since !== undefined) return {};
  const standing = before.find(({ tag }) => foldTag(tag) === foldTag(cadence.tag));
  if (standing?.days !== cadence.days) return { since: today };
  return standing.since === undefined ? {} : { since: standing.since };
}

export const settingsCommands: readonly Command[] = [
  change,
  ...entityCommands({
    table: 'importMappings',
    name: 'import-mapping',
    word: 'column mapping',
    schema: ImportMapping,
  }),
];
