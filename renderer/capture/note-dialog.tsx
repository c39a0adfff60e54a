/** Noting what happened in fields, where one line would not do: with whom, when, how, what about. */
import { NumberInput, Select, Switch, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { channels } from '../../shared/model/entities/happening';
import type { Channel } from '../../shared/model/entities';
import { isDay } from '../../shared/time';
import type { FormStart } from './fields-of';
import { useSession, useToday } from '../network/hooks';
import { channelWords, directionWords } from '../app/channel-words';
import { Dialog } from '../app/parts/dialog';
import { DateField } from '../app/parts/fields';
import { PersonPicker } from '../app/parts/person-picker';
import { many, nameOf, people as peopleWords } from '../app/words';

type Direction = keyof typeof directionWords;

const channelChoices = channels.map((channel) => ({ value: channel, label: channelWords[channel] }));
const directionChoices = [
  { value: 'both', label: directionWords.both },
  { value: 'mine', label: directionWords.mine },
  { value: 'theirs', label: directionWords.theirs },
] satisfies { value: Direction; label: string }[];

interface NoteDialogProps {
  readonly start: FormStart;
  readonly onClose: () => void;
  /** It is kept, so that the line it began as is no longer wanted. */
  readonly onKept: () => void;
}

export function NoteDialog({ start, onClose, onKept }: NoteDialogProps): ReactNode {
  const session = useSession();
  const today = useToday();
  const [who, setWho] = useState(start.people);
  const [day, setDay] = useState(start.day ?? today);
  const [channel, setChannel] = useState<Channel>(start.channel ?? 'in-person');
  const [direction, setDirection] = useState<Direction>(start.direction ?? 'both');
  const [minutes, setMinutes] = useState(start.minutes);
  const [summary, setSummary] = useState(start.summary ?? '');
  const [confidential, setConfidential] = useState(start.confidential ?? false);

  const keep = (): void => {
    const text = summary.trim();
    const planned = day > today;
    const first = session.replica.network.get('contacts', who[0] ?? '');
    const whom = who.length === 1 && first !== undefined ? nameOf(first) : peopleWords(who.length);
    onClose();
    void session
      .tell(
        'capture.log',
        {
          day,
          interaction: {
            with: who.map((id) => ({ id })),
            channel,
            direction,
            minutes,
            ...(planned ? { planned } : {}),
            ...(text === '' ? {} : { summary: text }),
          },
          ...start.beside,
          confidential,
        },
        { done: planned ? `Planned with ${whom}` : `Noted with ${whom}` },
      )
      .then((answer) => {
        if (answer !== undefined) onKept();
      });
  };

  return (
    <Dialog
      title="Note what happened"
      onClose={onClose}
      submit="Keep it"
      canSubmit={who.length > 0 && isDay(day)}
      onSubmit={keep}
      aside={asideOf(start, day > today)}
    >
      <PersonPicker label="With whom" value={who} onChange={setWho} autoFocus={start.people.length === 0} />
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
        data-autofocus={start.people.length > 0 || undefined}
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

function asideOf({ beside }: FormStart, isAhead: boolean): string | undefined {
  const promises = beside?.commitments.reduce((sum, { who }) => sum + who.length, 0) ?? 0;
  const exchanges = beside?.exchanges.reduce((sum, { who }) => sum + who.length, 0) ?? 0;
  const kept = [
    count(promises, 'promise', 'promises'),
    count(exchanges, 'thing given or received', 'things given or received'),
    count(beside?.introductions.length ?? 0, 'introduction', 'introductions'),
    count(beside?.tags.length ?? 0, 'tag', 'tags'),
  ].filter((part) => part !== '');
  const sentences = [
    isAhead ? 'In the future: kept as planned, until it took place.' : '',
    kept.length === 0 ? '' : `Kept with it, as you wrote: ${kept.join(', ')}.`,
  ];
  return sentences.join(' ').trim();
}

function count(number: number, one: string, several: string): string {
  return number === 0 ? '' : many(number, one, several);
}
