/** What happened between me and a contact, newest first. */
import { type ReactNode, useState } from 'react';
import { Select } from '@mantine/core';
import { channels } from '../../../shared/model/entities/happening';
import type { Interaction } from '../../../shared/model/entities';
import { isDay } from '../../../shared/time';
import { channelWords } from '../../app/channel-words';
import { ActionButton, Button } from '../../app/parts/button';
import { exactDay, nameOf, people, sayDay } from '../../app/words';
import { useSession, useToday } from '../../network/hooks';
import { RecordEditor } from './record-editor';
import { Secret } from './secret';
import { Section, TextButton } from './section';
import type { Interactions } from './use-interactions';

/** Entries shown at first. */
const first = 5;

export function InteractionsSection({
  contact,
  interactions,
}: {
  contact: string;
  interactions: Interactions;
}): ReactNode {
  const [shown, setShown] = useState(first);
  const { list, total, earlier } = interactions;
  const more = (): void => {
    if (shown >= list.length) earlier?.();
    setShown(shown + 50);
  };
  return (
    <Section title="What happened" aside={total > 0 ? total.toLocaleString('en') : undefined}>
      {list.slice(0, shown).map((interaction) => (
        <Entry key={interaction.id} interaction={interaction} contact={contact} />
      ))}
      {total === 0 ? <p className="k-quiet">Nothing is logged yet.</p> : null}
      <div className="k-insp-edit-tools">
        {shown < total ? (
          <Button look="quiet" onClick={more}>
            Show earlier
          </Button>
        ) : null}
        <ActionButton id="note" look="quiet" withIcon={false} withKey={false}>
          Log what happened
        </ActionButton>
      </div>
    </Section>
  );
}

function Entry({ interaction, contact }: { interaction: Interaction; contact: string }): ReactNode {
  const session = useSession();
  const today = useToday();
  const [editing, setEditing] = useState(false);
  const { id, day, channel, minutes, summary, planned } = interaction;
  if (editing) return <EntryEditor interaction={interaction} onClose={() => setEditing(false)} />;
  const what = planned === true ? `Planned: ${channelWords[channel].toLowerCase()}` : channelWords[channel];
  return (
    <article className="k-insp-block" aria-label={`${what}, ${exactDay(day, session.hello.locale)}`}>
      <div className="k-insp-block-head">
        <span>{what}</span>
        <span className="k-small k-quietest" title={exactDay(day, session.hello.locale)}>
          {sayDay(day, today, session.hello.locale)}
          {minutes === undefined ? '' : `, ${minutes} min`}
        </span>
        <span className="k-insp-block-tools">
          <TextButton label={`Edit: ${what}`} onClick={() => setEditing(true)}>
            Edit
          </TextButton>
          <TextButton
            label={`Remove: ${what}`}
            onClick={() =>
              void session.tell('interaction.remove', { id }, { done: `Removed: ${what.toLowerCase()}` })
            }
          >
            Remove
          </TextButton>
        </span>
      </div>
      <Others interaction={interaction} contact={contact} />
      {summary === undefined ? null : <p className="k-insp-text">{summary}</p>}
      {interaction.confidential === undefined ? null : <Secret id={interaction.confidential} />}
      {planned === true && day <= today ? (
        <TextButton
          onClick={() => void session.tell('interaction.happened', { id }, { done: 'It took place' })}
        >
          It took place
        </TextButton>
      ) : null}
    </article>
  );
}

function Others({ interaction, contact }: { interaction: Interaction; contact: string }): ReactNode {
  const { replica } = useSession();
  const me = replica.network.get('settings', 'settings')?.me;
  const others = interaction.with.filter((id) => id !== contact && id !== me);
  if (others.length === 0) return null;
  const names = others.slice(0, 3).flatMap((id) => {
    const other = replica.network.get('contacts', id);
    return other === undefined ? [] : [nameOf(other)];
  });
  const more = others.length - names.length;
  return (
    <p className="k-small k-quietest">
      With {names.join(', ')}
      {more > 0 ? ` and ${people(more)} more` : ''}
    </p>
  );
}

function EntryEditor({ interaction, onClose }: { interaction: Interaction; onClose: () => void }): ReactNode {
  const session = useSession();
  const [channel, setChannel] = useState(interaction.channel);
  const keep = (values: Readonly<Record<string, string>>): void => {
    const day = values['day']?.trim() ?? '';
    if (!isDay(day)) {
      session.toasts.say('Write the day as 2026-05-31.', { level: 'caution' });
      return;
    }
    onClose();
    const minutes = Number.parseInt(values['minutes'] ?? '', 10);
    const summary = values['text']?.trim() ?? '';
    void session.tell('interaction.edit', {
      id: interaction.id,
      channel,
      day,
      minutes: Number.isFinite(minutes) ? minutes : null,
      ...(interaction.confidential === undefined ? { summary: summary === '' ? null : summary } : {}),
    });
  };
  return (
    <div className="k-insp-block">
      <Select
        label="How"
        size="xs"
        allowDeselect={false}
        data={channels.map((value) => ({ value, label: channelWords[value] }))}
        value={channel}
        onChange={(value) => setChannel(channels.find((one) => one === value) ?? channel)}
      />
      <RecordEditor
        label="What happened"
        parts={[
          { key: 'day', label: 'When' },
          { key: 'minutes', label: 'Minutes' },
          ...(interaction.confidential === undefined ? [{ key: 'text', label: 'What about' }] : []),
        ]}
        values={{
          day: interaction.day,
          ...(interaction.minutes === undefined ? {} : { minutes: String(interaction.minutes) }),
          ...(interaction.summary === undefined ? {} : { text: interaction.summary }),
        }}
        onKeep={keep}
        onLeave={onClose}
      />
    </div>
  );
}
