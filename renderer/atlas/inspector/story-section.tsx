/** The story of a contact: what is to come, what was, and what was written down, filtered by kind and by words. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Contact } from '../../../shared/model/entities';
import { type StoryKind, storyKinds } from '../../../shared/story/entry';
import { isNarrow } from '../../../shared/story/narrow';
import type { StoryRow } from '../../../shared/story/story';
import { Button } from '../../app/parts/button';
import { LoadSentence } from './load-sentence';
import { Section } from './section';
import { StoryAdd } from './story-add';
import { StoryList } from './story-list';
import { kindWords } from './story-words';
import type { Details } from './use-details';
import type { Interactions } from './use-interactions';
import { useStory } from './use-story';

/** Lines shown at first. */
const first = 8;
/** Shorter ones are seen at a glance. */
const worthFiltering = 4;

interface StorySectionProps {
  readonly contact: Contact;
  readonly isMe: boolean;
  readonly details: Details;
  readonly interactions: Interactions;
}

export function StorySection({ contact, isMe, details, interactions }: StorySectionProps): ReactNode {
  const [kinds, setKinds] = useState<ReadonlySet<StoryKind>>(new Set());
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const narrowing = useMemo(() => ({ kinds, text }), [kinds, text]);
  const story = useStory(contact, details, interactions, narrowing);
  const { earlier, list } = interactions;
  const filtering = isNarrow(narrowing);
  useEffect(() => {
    // What is looked for may lie anywhere.
    if (filtering) earlier?.();
    // Once for each page that came.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [filtering, list.length]);
  const { rows, total, fitting, teller, sentence } = story;
  const isLong = isOpen || filtering;
  const hasMore = rows.length > first || earlier !== undefined;
  return (
    <Section title="What happened" aside={total > 0 ? total.toLocaleString('en') : undefined}>
      {sentence === undefined ? null : <p className="k-story-sentence">{sentence}</p>}
      {isMe ? null : <LoadSentence contact={contact.id} />}
      {total >= worthFiltering ? (
        <Filter kinds={kinds} text={text} onKinds={setKinds} onText={setText} />
      ) : null}
      {total === 0 ? <p className="k-quiet">Nothing is logged yet.</p> : null}
      {filtering ? (
        <p className="k-small k-quietest" role="status">
          {earlier !== undefined
            ? 'Looking through earlier entries …'
            : fitting === 0
              ? 'Nothing fits. Take out a word or a kind.'
              : `${fitting.toLocaleString('en')} of ${total.toLocaleString('en')}`}
        </p>
      ) : null}
      <StoryList
        rows={isLong ? rows : latest(rows)}
        teller={teller}
        isLong={isLong}
        onEnd={() => earlier?.()}
      />
      {hasMore && !filtering ? (
        <Button look="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show the latest only' : `Show all ${total.toLocaleString('en')}`}
        </Button>
      ) : null}
      <StoryAdd contact={contact} isMe={isMe} />
    </Section>
  );
}

/** No heading stands at the end with nothing under it. */
function latest(rows: readonly StoryRow[]): readonly StoryRow[] {
  const end = rows[first - 1]?.type === 'heading' ? first - 1 : first;
  return rows.slice(0, end);
}

interface FilterProps {
  readonly kinds: ReadonlySet<StoryKind>;
  readonly text: string;
  readonly onKinds: (kinds: ReadonlySet<StoryKind>) => void;
  readonly onText: (text: string) => void;
}

function Filter({ kinds, text, onKinds, onText }: FilterProps): ReactNode {
  const toggle = (kind: StoryKind): void => {
    const next = new Set(kinds);
    if (!next.delete(kind)) next.add(kind);
    onKinds(next);
  };
  return (
    <div className="k-story-filter" role="search" aria-label="Filter what happened">
      <TextInput
        size="xs"
        aria-label="Words in it"
        placeholder="Words in it"
        leftSection={<IconSearch size={14} stroke={1.5} aria-hidden="true" />}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <div className="k-segments" role="group" aria-label="Kinds">
        {storyKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className="k-segment"
            aria-pressed={kinds.has(kind)}
            onClick={() => toggle(kind)}
          >
            {kindWords[kind]}
          </button>
        ))}
      </div>
    </div>
  );
}
