/** Corrects a promise, what was given or received, or an introduction: whose, what, by when, and whom it concerns. */
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Who } from '../../shared/capture/capture';
import type { PeopleIndex } from '../../shared/capture/people';
import { exchangeKinds } from '../../shared/model/entities/happening';
import { isDay } from '../../shared/time';
import { Button } from '../app/parts/button';
import { DateField } from '../app/parts/fields';
import { Choices } from './choices';
import type { Said } from './correct';
import { PersonField } from './person-field';
import { exchangeKindWords, sayWho, stageWords } from './say';

type Saying = Extract<Said, { kind: 'promise' | 'exchange' | 'introduction' }>;

interface SayingEditorProps {
  readonly said: Saying;
  readonly people: PeopleIndex;
  readonly onSay: (said: Saying) => void;
  readonly onSwap: (from: Who, to: Who) => void;
}

const byChoices = [
  { value: 'me', label: 'I promised' },
  { value: 'them', label: 'They promised' },
] as const;
const givenChoices = [
  { value: 'given', label: 'I gave' },
  { value: 'received', label: 'I received' },
] as const;
const stageChoices = (['idea', 'introduced'] as const).map((value) => ({ value, label: stageWords[value] }));
const kindChoices = exchangeKinds.map((value) => ({ value, label: exchangeKindWords[value] }));

export function SayingEditor({ said: before, people, onSay, onSwap }: SayingEditorProps): ReactNode {
  const [said, setSaid] = useState(before);
  const isFit = said.kind === 'introduction' || said.text.trim() !== '';
  const concerned = before.kind === 'introduction' ? [before.a, before.b] : before.who;
  return (
    <>
      <form
        className="k-capture-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isFit) onSay(said);
        }}
      >
        <Words said={said} onChange={setSaid} />
        <Button type="submit" disabled={!isFit}>
          Say this
        </Button>
      </form>
      {concerned.map((who, at) => (
        <PersonField
          key={at}
          label={`Somebody else than ${sayWho(who)}`}
          people={people}
          who={who}
          onChoose={(to) => onSwap(who, to)}
        />
      ))}
    </>
  );
}

function Words({ said, onChange }: { said: Saying; onChange: (said: Saying) => void }): ReactNode {
  switch (said.kind) {
    case 'promise':
      return (
        <>
          <Choices
            label="Whose promise"
            of={byChoices}
            value={said.by}
            onChoose={(by) => onChange({ ...said, by })}
          />
          <TextInput
            label="What"
            value={said.text}
            autoFocus
            onChange={(event) => onChange({ ...said, text: event.currentTarget.value })}
          />
          <DateField
            label="Due"
            value={said.due ?? ''}
            onChange={(due) => onChange({ ...said, due: isDay(due) ? due : undefined })}
          />
        </>
      );
    case 'exchange':
      return (
        <>
          <Choices
            label="Given or received"
            of={givenChoices}
            value={said.direction}
            onChoose={(direction) => onChange({ ...said, direction })}
          />
          <TextInput
            label="What"
            value={said.text}
            autoFocus
            onChange={(event) => onChange({ ...said, text: event.currentTarget.value })}
          />
          <Choices
            label="What kind of thing"
            of={kindChoices}
            value={said.exchange}
            onChoose={(exchange) => onChange({ ...said, exchange })}
          />
        </>
      );
    case 'introduction':
      return (
        <>
          <Choices
            label="How far it is"
            of={stageChoices}
            value={said.stage}
            autoFocus
            onChoose={(stage) => onChange({ ...said, stage })}
          />
          <TextInput
            label="Why"
            value={said.why ?? ''}
            onChange={(event) => onChange(withWhy(said, event.currentTarget.value))}
          />
        </>
      );
  }
}

function withWhy(said: Extract<Saying, { kind: 'introduction' }>, why: string): Saying {
  return { ...said, why: why.trim() === '' ? undefined : why };
}
