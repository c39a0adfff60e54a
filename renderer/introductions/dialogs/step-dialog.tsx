/** A step with what there is to tell of it: how and on which day they were introduced, what came of it, why not. */
import { NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { fullName } from '../../../shared/keeping/names';
import { askedSides } from '../../../shared/introductions/sides';
import type { JsonObject } from '../../../shared/json';
import type { Introduction, Stage } from '../../../shared/model/entities';
import { channels } from '../../../shared/model/entities/happening';
import { channelWords } from '../../app/channel-words';
import { Dialog } from '../../app/parts/dialog';
import { DateField } from '../../app/parts/fields';
import { useSession, useToday } from '../../network/hooks';
import { Fault } from '../fault';
import { type Asking, Introducing } from '../introducing';
import { bothOf, sayMoved } from '../moving';
import { useSpeaking } from '../use-speaking';
import { useStep } from '../use-step';
import { SaidField } from './said-field';

/** What is asked for at each step, and the field of the command that takes it. */
const said: Readonly<
  Partial<Record<Stage, { readonly label: string; readonly field: 'text' | 'outcome' | 'note' }>>
> = {
  introduced: { label: 'What was written to both, if you like', field: 'text' },
  outcome: { label: 'What came of it, if only that nothing did', field: 'outcome' },
};

const titles: Readonly<Partial<Record<Stage, string>>> = {
  introduced: 'Introduced',
  met: 'They met',
  outcome: 'What came of it',
  declined: 'Declined',
  'not-now': 'Not now',
  withdrawn: 'Withdraw',
};

interface StepDialogProps {
  readonly introduction: Introduction;
  readonly asking: Asking;
  readonly onClose: () => void;
}

export function StepDialog({ introduction, asking, onClose }: StepDialogProps): ReactNode {
  const session = useSession();
  const today = useToday();
  const { stage } = asking;
  const { fault, take } = useStep();
  const [day, setDay] = useState(today);
  const [channel, setChannel] = useState('mail');
  const [text, setText] = useState(asking.text ?? '');
  const [isSecret, setSecret] = useState(false);
  const [side, setSide] = useState('');
  const { label, field } = said[stage] ?? { label: 'A word on it, if you like', field: 'note' };
  const isNo = stage === 'declined' || stage === 'not-now';
  const { id } = introduction;
  const keep = async (): Promise<void> => {
    const words = text.trim();
    const told: JsonObject = {
      id,
      ...(day === '' ? {} : { day }),
      ...(words === '' ? {} : isSecret ? { confidentialText: words } : { [field]: words }),
    };
    const done = sayMoved(session, introduction, stage);
    const isDone =
      isNo && side !== ''
        ? await take(
            'introduction.consent',
            { ...told, side, consent: stage === 'declined' ? 'no' : 'not-now' },
            done,
          )
        : await take(
            'introduction.move',
            { ...told, stage, ...(stage === 'introduced' ? { channel } : {}) },
            done,
          );
    if (!isDone) return;
    onClose();
    Introducing.of(session).follow(id);
  };
  return (
    <Dialog
      title={`${titles[stage] ?? stage}: ${bothOf(session, introduction)}`}
      onClose={onClose}
      submit={stage === 'withdrawn' ? 'Withdraw it' : 'Write it down'}
      onSubmit={() => void keep()}
      aside={
        stage === 'introduced' ? 'They know each other from then on. Undo takes all of it back.' : undefined
      }
    >
      {isNo ? <WhoSaidNo introduction={introduction} value={side} onChange={setSide} /> : null}
      <div className="k-fields">
        {stage === 'introduced' ? (
          <NativeSelect
            classNames={{ label: 'k-mantine-label' }}
            label="How"
            data-autofocus
            value={channel}
            data={channels.map((value) => ({ value, label: channelWords[value] }))}
            onChange={(event) => setChannel(event.currentTarget.value)}
          />
        ) : null}
        <DateField label="When" value={day} max={today} onChange={setDay} />
      </div>
      <SaidField
        label={label}
        value={text}
        isSecret={isSecret}
        autoFocus={stage !== 'introduced' && !isNo}
        onChange={setText}
        onSecret={setSecret}
      />
      <Fault>{fault}</Fault>
    </Dialog>
  );
}

interface WhoSaidNoProps {
  readonly introduction: Introduction;
  readonly value: string;
  readonly onChange: (side: string) => void;
}

function WhoSaidNo({ introduction, value, onChange }: WhoSaidNoProps): ReactNode {
  const speaking = useSpeaking(introduction);
  return (
    <NativeSelect
      classNames={{ label: 'k-mantine-label' }}
      label="Who said so"
      data-autofocus
      value={value}
      data={[
        { value: '', label: 'Not on record' },
        ...askedSides(introduction, speaking.me).map((side) => ({
          value: side,
          label: fullName(speaking, introduction[side]),
        })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
