/** Noting what happened between me and people: with whom, when, how, what about. */
import { NumberInput, Select, Switch, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { channels } from '../../shared/model/entities/happening';
import type { Channel } from '../../shared/model/entities';
import { isDay } from '../../shared/time';
import { useSession, useToday } from '../network/hooks';
import { channelWords, directionWords } from './channel-words';
import { Dialog } from './parts/dialog';
import { DateField } from './parts/fields';
import { PersonPicker } from './parts/person-picker';
import { nameOf, people as peopleWords } from './words';

type Direction = keyof typeof directionWords;

const channelChoices = channels.map((channel) => ({ value: channel, label: channelWords[channel] }));
const directionChoices = [
  { value: 'both', label: directionWords.both },
  { value: 'mine', label: directionWords.mine },
  { value: 'theirs', label: directionWords.theirs },
] satisfies { value: Direction; label: string }[];

export function NoteDialog({
  people,
  onClose,
}: {
  people: readonly string[];
  onClose: () => void;
}): ReactNode {
  const session = useSession();
  const today = useToday();
  const [who, setWho] = useState(people);
  const [day, setDay] = useState(today);
  const [channel, setChannel] = useState<Channel>('in-person');
  const [direction, setDirection] = useState<Direction>('both');
  const [minutes, setMinutes] = useState<number>();
  const [summary, setSummary] = useState('');
  const [confidential, setConfidential] = useState(false);

  const keep = (): void => {
    const text = summary.trim();
    const planned = day > today;
    const first = session.replica.network.get('contacts', who[0] ?? '');
    const whom = who.length === 1 && first !== undefined ? nameOf(first) : peopleWords(who.length);
    onClose();
    void session.tell(
      'interaction.add',
      {
        with: who,
        day,
        channel,
        direction,
        minutes,
        ...(planned ? { planned } : {}),
        ...(text === '' ? {} : confidential ? { confidentialText: text } : { summary: text }),
      },
      { done: planned ? `Planned with ${whom}` : `Noted with ${whom}` },
    );
  };

  return (
    <Dialog
      title="Note what happened"
      onClose={onClose}
      submit="Keep it"
      canSubmit={who.length > 0 && isDay(day)}
      onSubmit={keep}
      aside={day > today ? 'In the future: kept as planned, until it took place.' : undefined}
    >
      <PersonPicker label="With whom" value={who} onChange={setWho} autoFocus={people.length === 0} />
      <div className="k-fields">
        <Select
          label="How"
          data={channelChoices}
          value={channel}
          allowDeselect={false}
          onChange={(value) => setChannel(channels.find((one) => one === value) ?? channel)}
        />
        <DateField label="When" value={day} onChange={setDay} />
        <Select
          label="Who reached out"
          data={directionChoices}
          value={direction}
          allowDeselect={false}
          onChange={(value) =>
            setDirection(directionChoices.find((one) => one.value === value)?.value ?? direction)
          }
        />
        <NumberInput
          label="Minutes"
          value={minutes ?? ''}
          min={0}
          max={100_000}
          allowDecimal={false}
          hideControls
          onChange={(value) => setMinutes(typeof value === 'number' ? value : undefined)}
        />
      </div>
      <Textarea
        label="What about"
        autosize
        minRows={3}
        maxRows={10}
        value={summary}
        data-autofocus={people.length > 0 || undefined}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <Switch
        label="Confidential: shown only when asked for, never searched or exported"
        checked={confidential}
        onChange={(event) => setConfidential(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
