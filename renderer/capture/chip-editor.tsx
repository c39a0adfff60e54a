/** Corrects one chip, under its row: another person, day or channel, other words. What it says goes into the line. */
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Who } from '../../shared/capture/capture';
import { channels } from '../../shared/model/entities/happening';
import { isDay } from '../../shared/time';
import { channelWords } from '../app/channel-words';
import { Button } from '../app/parts/button';
import { DateField } from '../app/parts/fields';
import { Choices } from './choices';
import { type Said, withMore, withPerson } from './correct';
import { PersonField } from './person-field';
import { directionSaid } from './say';
import { SayingEditor } from './saying-editor';
import type { Line } from './use-line';

const channelChoices = channels.map((value) => ({ value, label: channelWords[value] }));
const directionChoices = (['mine', 'theirs'] as const).map((value) => ({
  value,
  label: directionSaid[value],
}));

interface ChipEditorProps {
  /** What the chip says now; nothing for somebody who is to be added. */
  readonly said: Said | undefined;
  readonly line: Line;
  readonly onSay: (said: Said) => void;
  readonly onClose: () => void;
}

export function ChipEditor({ said, line, onSay, onClose }: ChipEditorProps): ReactNode {
  const sayAndClose = (next: Said): void => {
    onSay(next);
    onClose();
  };
  const swap = (from: Who | undefined, to: Who): void => {
    const { capture, context } = line;
    const text =
      from === undefined
        ? withMore(capture, { kind: 'person', who: to }, context)
        : withPerson(capture, from, to, context);
    if (to.state === 'unknown') line.add(to.name, text);
    else line.correct(text);
    onClose();
  };
  return (
    <div
      className="k-capture-editor"
      role="group"
      aria-label="Correct it"
      onKeyDown={(event) => {
        const isList =
          event.target instanceof HTMLElement && event.target.dataset['mantineStopPropagation'] === 'true';
        if (event.key === 'Escape' && !isList) onClose();
      }}
    >
      <Fields said={said} line={line} onSay={sayAndClose} onSwap={swap} />
      <Button look="quiet" className="k-small" onClick={onClose}>
        Leave it
      </Button>
    </div>
  );
}

interface FieldsProps {
  readonly said: Said | undefined;
  readonly line: Line;
  readonly onSay: (said: Said) => void;
  readonly onSwap: (from: Who | undefined, to: Who) => void;
}

function Fields({ said, line, onSay, onSwap }: FieldsProps): ReactNode {
  const { people } = line.context;
  switch (said?.kind) {
    case undefined:
      return (
        <PersonField
          label="Who else"
          people={people}
          who={undefined}
          autoFocus
          onChoose={(to) => onSwap(undefined, to)}
        />
      );
    case 'person':
      return (
        <PersonField
          label="Who it is"
          people={people}
          who={said.who}
          autoFocus
          onChoose={(to) => onSwap(said.who, to)}
        />
      );
    case 'channel':
      return (
        <Choices
          label="How"
          of={channelChoices}
          value={said.channel}
          autoFocus
          onChoose={(channel) => onSay({ kind: 'channel', channel })}
        />
      );
    case 'direction':
      return (
        <Choices
          label="Who reached out"
          of={directionChoices}
          value={said.direction}
          autoFocus
          onChoose={(direction) => onSay({ kind: 'direction', direction })}
        />
      );
    case 'day':
      return <DayEditor day={said.day} today={line.context.today} onSay={onSay} />;
    case 'length':
      return (
        <TextEditor
          label="Minutes"
          value={`${said.minutes}`}
          isFit={(text) => /^[1-9]\d{0,4}$/.test(text)}
          onKeep={(text) => onSay({ kind: 'length', minutes: Number(text) })}
        />
      );
    case 'topic':
      return <TextEditor label="About" value={said.text} onKeep={(text) => onSay({ kind: 'topic', text })} />;
    case 'tag':
      return (
        <TextEditor
          label="Tag"
          value={said.tag}
          onKeep={(tag) => onSay({ kind: 'tag', tag: tag.slice(0, 200) })}
        />
      );
    case 'confidential':
      return (
        <p className="k-small">
          Its texts are kept with the confidential ones: shown only when you ask, never exported.
        </p>
      );
    case 'promise':
    case 'exchange':
    case 'introduction':
      return <SayingEditor said={said} people={people} onSay={onSay} onSwap={onSwap} />;
  }
}

function DayEditor({
  day: before,
  today,
  onSay,
}: {
  day: string;
  today: string;
  onSay: (said: Said) => void;
}): ReactNode {
  const [day, setDay] = useState(before);
  return (
    <form
      className="k-capture-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay(day)) onSay({ kind: 'day', day, planned: day > today });
      }}
    >
      <DateField label="When" value={day} onChange={setDay} autoFocus />
      <Button type="submit" disabled={!isDay(day)}>
        Take this day
      </Button>
    </form>
  );
}

function TextEditor({
  label,
  value,
  isFit = (text) => text !== '',
  onKeep,
}: {
  label: string;
  value: string;
  isFit?: (text: string) => boolean;
  onKeep: (text: string) => void;
}): ReactNode {
  const [text, setText] = useState(value);
  return (
    <form
      className="k-capture-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit(text.trim())) onKeep(text.trim());
      }}
    >
      <TextInput
        label={label}
        value={text}
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!isFit(text.trim())}>
        Say this
      </Button>
    </form>
  );
}
