/** Forgetting mails for good, and whom imports leave out because they were forgotten. */
import { Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Forgotten as Entry } from '../../../shared/model/entities';
import { isDay } from '../../../shared/time';
import { Button } from '../../app/parts/button';
import { Dialog } from '../../app/parts/dialog';
import { DateField } from '../../app/parts/fields';
import { Section } from '../../app/parts/section';
import { exactDay } from '../../app/words';
import { useSession, useTable, useToday } from '../../network/hooks';
import { goesWords } from './forget-words';
import { useForgetting } from './use-forgetting';

export function Forgotten(): ReactNode {
  const entries = useTable('forgotten');
  const [asked, setAsked] = useState(false);
  return (
    <Section
      title="Forgetting for good"
      text="Somebody is forgotten from their own page, below everything else. What is forgotten goes from the history and every backup, too."
      tools={<Button onClick={() => setAsked(true)}>Forget old mails</Button>}
    >
      {entries.length === 0 ? null : (
        <ul className="k-lines" aria-label="Left out by imports">
          {entries.map((entry) => (
            <Line key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {asked ? <MailsDialog onClose={() => setAsked(false)} /> : null}
    </Section>
  );
}

function Line({ entry: { id, mailBefore, day } }: { entry: Entry }): ReactNode {
  const session = useSession();
  const { locale } = session.hello;
  const what =
    mailBefore === undefined
      ? `Somebody whom you forgot on ${exactDay(day, locale)}`
      : `Mails from before ${exactDay(mailBefore, locale)}`;
  return (
    <li className="k-line">
      <div className="k-line-words">
        <span>{what}</span>
        <span className="k-quiet k-small">Imports leave this out.</span>
      </div>
      <Button
        aria-label={`Let imports bring it back: ${what}`}
        onClick={() => void session.tell('forgotten.lift', { id }, { done: 'Imports may bring this back' })}
      >
        Let imports bring it back
      </Button>
    </li>
  );
}

function MailsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const today = useToday();
  const { locale } = useSession().hello;
  const [before, setBefore] = useState('');
  const [remember, setRemember] = useState(true);
  const isAsked = isDay(before) && before <= today;
  const { found, busy, forget } = useForgetting(isAsked ? { kind: 'mail', before } : undefined);
  const goes = found?.goes;
  const nothing = goes !== undefined && goes.interactions + goes.evidence + goes.ties === 0;
  const submit = async (): Promise<void> => {
    if (await forget(remember, `Mails from before ${exactDay(before, locale)} are forgotten.`)) onClose();
  };
  return (
    <Dialog
      title="Forget old mails for good"
      onClose={onClose}
      submit={busy ? 'Forgetting' : 'Forget them'}
      canSubmit={!busy && goes !== undefined && !nothing}
      onSubmit={() => void submit()}
    >
      <p>
        What imported mails said goes: when you wrote to each other, and who was on them together. People
        stay, and so does what you wrote down yourself. This cannot be undone, and holds for the history and
        every backup.
      </p>
      <DateField label="Mails from before" value={before} max={today} onChange={setBefore} autoFocus />
      {goes === undefined ? null : (
        <p role="status">{nothing ? 'There are no imported mails from before that day.' : goesWords(goes)}</p>
      )}
      <Checkbox
        label="Keep imports from bringing them back"
        checked={remember}
        onChange={({ currentTarget }) => setRemember(currentTarget.checked)}
      />
    </Dialog>
  );
}
