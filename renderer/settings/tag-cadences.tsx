/** Cadences for everybody with a tag, who has none of their own and none by circle. */
import { Autocomplete, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { readEvery, sayEvery } from '../../shared/keeping/cadence-words';
import { foldTag } from '../../shared/keeping/rules';
import type { Settings } from '../../shared/model/entities';
import { Button, IconButton } from '../app/parts/button';
import { Section } from '../app/parts/section';
import { useTagsInUse } from '../app/parts/tag-field';
import { useSession, useSettings } from '../network/hooks';
import { SettingsForm } from './settings-form';

type TagCadence = NonNullable<Settings['tagCadences']>[number];

/** What stands in the fields. */
interface Row {
  readonly id: number;
  readonly tag: string;
  readonly every: string;
}

const [least, most] = [7, 1_825];
const mostRows = 100;

export function TagCadences(): ReactNode {
  const { tagCadences = [] } = useSettings();
  return (
    <Section
      title="Cadences by tag"
      text="For those with a tag who have no cadence of their own and no circle. Of several tags the shortest counts."
    >
      <TagForm key={JSON.stringify(tagCadences)} cadences={tagCadences} />
    </Section>
  );
}

function TagForm({ cadences }: { cadences: readonly TagCadence[] }): ReactNode {
  const session = useSession();
  const tags = useTagsInUse();
  const first = cadences.map(({ tag, days }, id) => ({ id, tag, every: sayEvery(days) }));
  const [rows, setRows] = useState<readonly Row[]>(first);
  const set = (id: number, part: Partial<Row>): void =>
    setRows((standing) => standing.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const free = tags.filter((tag) => !rows.some((row) => foldTag(row.tag) === foldTag(tag)));
  const valid = rows.every((row) => tagFault(row, rows) === undefined && everyFault(row) === undefined);
  const changed = JSON.stringify(rows) !== JSON.stringify(first);
  const keep = (): void => {
    const change = rows.map(({ tag, every }) => ({ tag: tag.trim(), days: readEvery(every) }));
    void session.tell('settings.change', { tagCadences: change }, { done: 'Cadences by tag were changed' });
  };
  return (
    <SettingsForm
      keep="Keep cadences"
      changed={changed}
      valid={valid}
      onKeep={keep}
      more={
        <Button
          look="quiet"
          icon={IconPlus}
          disabled={rows.length >= mostRows}
          onClick={() =>
            setRows((standing) => [
              ...standing,
              { id: Math.max(-1, ...standing.map(({ id }) => id)) + 1, tag: '', every: '' },
            ])
          }
        >
          Add a tag
        </Button>
      }
    >
      <ul>
        {rows.map((row, i) => (
          <li className="k-tag-cadence" key={row.id}>
            <Autocomplete
              aria-label={`Tag ${i + 1}`}
              placeholder="A tag"
              data={[...free]}
              limit={50}
              value={row.tag}
              error={row.tag === '' ? undefined : tagFault(row, rows)}
              onChange={(tag) => set(row.id, { tag })}
            />
            <TextInput
              aria-label={`How often with ${row.tag === '' ? `tag ${i + 1}` : row.tag}`}
              placeholder="every month"
              value={row.every}
              error={row.every === '' ? undefined : everyFault(row)}
              onChange={(event) => set(row.id, { every: event.currentTarget.value })}
            />
            <IconButton
              icon={IconTrash}
              label={`Take ${row.tag === '' ? `tag ${i + 1}` : row.tag} out`}
              onClick={() => setRows((standing) => standing.filter(({ id }) => id !== row.id))}
            />
          </li>
        ))}
      </ul>
    </SettingsForm>
  );
}

function tagFault({ id, tag }: Row, rows: readonly Row[]): string | undefined {
  if (tag.trim() === '') return 'Say which tag.';
  const twice = rows.some((other) => other.id < id && foldTag(other.tag) === foldTag(tag));
  return twice ? 'This tag has a cadence already.' : undefined;
}

function everyFault({ every }: Row): string | undefined {
  const days = readEvery(every);
  if (days === undefined) return 'Write it as “every month”, “2 weeks” or “45 days”.';
  if (days >= least && days <= most) return undefined;
  return 'From 7 days to 5 years.';
}
