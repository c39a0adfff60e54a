/** What one side said, on which day, with a word. */
import { NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { fullName } from '../../../shared/keeping/names';
import { consentOf, type Side } from '../../../shared/introductions/sides';
import type { Introduction } from '../../../shared/model/entities';
import { Dialog } from '../../app/parts/dialog';
import { DateField } from '../../app/parts/fields';
import { useToday } from '../../network/hooks';
import { Fault } from '../fault';
import { useSpeaking } from '../use-speaking';
import { useStep } from '../use-step';
import { answerWords } from '../words';
import { SaidField } from './said-field';

const answers = ['asked', 'yes', 'no', 'not-now'] as const;

interface AnswerDialogProps {
  readonly introduction: Introduction;
  readonly side: Side;
  readonly onClose: () => void;
}

export function AnswerDialog({ introduction, side, onClose }: AnswerDialogProps): ReactNode {
  const today = useToday();
  const speaking = useSpeaking(introduction);
  const { fault, take, clear } = useStep();
  const standing = consentOf(introduction, side);
  const [consent, setConsent] = useState<(typeof answers)[number]>(
    standing === 'not-asked' ? 'asked' : 'yes',
  );
  const [day, setDay] = useState(today);
  const [text, setText] = useState('');
  const [isSecret, setSecret] = useState(false);
  const name = fullName(speaking, introduction[side]);
  const keep = async (): Promise<void> => {
    const words = text.trim();
    const args = {
      id: introduction.id,
      side,
      consent,
      ...(day === '' ? {} : { day }),
      ...(words === '' ? {} : isSecret ? { confidentialText: words } : { note: words }),
    };
    if (await take('introduction.consent', args, `Written down: ${name} ${answerWords[consent]}`)) onClose();
  };
  return (
    <Dialog title={`What ${name} says`} onClose={onClose} submit="Write it down" onSubmit={() => void keep()}>
      <div className="k-fields">
        <NativeSelect
          classNames={{ label: 'k-mantine-label' }}
          label="What was said"
          data-autofocus
          value={consent}
          data={answers.map((value) => ({ value, label: `${name} ${answerWords[value]}` }))}
          onChange={(event) => {
            clear();
            setConsent(answers.find((one) => one === event.currentTarget.value) ?? 'asked');
          }}
        />
        <DateField label="When" value={day} max={today} onChange={setDay} />
      </div>
      <SaidField
        label="A word on it, if you like"
        value={text}
        isSecret={isSecret}
        onChange={setText}
        onSecret={setSecret}
      />
      <Fault>{fault}</Fault>
    </Dialog>
  );
}
