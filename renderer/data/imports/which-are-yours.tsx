/** Asked once, where calendars and mailboxes name none of my addresses: which of those in most of their records are mine. */
import { Checkbox } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../app/parts/button';
import { many } from '../../app/words';
import { useSession, useTable } from '../../network/hooks';
import type { AsksForMe } from '../../network/import-flow';
import './which-are-yours.css';

/** In so many of the records it is ticked beforehand. */
const likely = 0.8;

export function WhichAreYours({ asks }: { asks: AsksForMe }): ReactNode {
  const session = useSession();
  const standing = useTable('myAddresses');
  const [ticked, setTicked] = useState<readonly string[]>(() =>
    asks.candidates
      .slice(0, 1)
      .filter(({ times }) => times >= asks.records * likely)
      .map(({ value }) => value),
  );
  const [busy, setBusy] = useState(false);
  const title = useId();
  const toggle = (value: string): void =>
    setTicked((before) =>
      before.includes(value) ? before.filter((one) => one !== value) : [...before, value],
    );
  const keep = async (): Promise<void> => {
    setBusy(true);
    const mine = asks.candidates.filter(({ value }) => ticked.includes(value));
    const addresses = [...standing, ...mine].map(({ kind, value }) => ({ kind, value }));
    const done =
      mine.length === 1 ? 'This address is yours from now on' : 'These addresses are yours from now on';
    const answer = await session.tell('me.set', { addresses }, { done });
    if (answer !== undefined) await session.imports.lookAgain();
    setBusy(false);
  };
  const none = async (): Promise<void> => {
    setBusy(true);
    await session.imports.lookAgain(true);
    setBusy(false);
  };
  return (
    <section className="k-yours" aria-labelledby={title}>
      <h2 className="k-heading-name" id={title}>
        Which of these addresses are yours?
      </h2>
      <p className="k-quiet k-small">
        {many(asks.records, 'meeting or mail names', 'meetings and mails name')} none of your addresses. With
        them Kithmap can tell who wrote to whom, and does not take you for one of your contacts.
      </p>
      <div className="k-yours-list">
        {asks.candidates.map(({ value, name, times }) => (
          <Checkbox
            key={value}
            checked={ticked.includes(value)}
            onChange={() => toggle(value)}
            label={
              <>
                {value}{' '}
                <span className="k-yours-how k-small k-quiet">
                  {name === '' ? '' : `${name}, `}in {times.toLocaleString('en')} of them
                </span>
              </>
            }
          />
        ))}
      </div>
      <div className="k-yours-foot">
        <Button disabled={busy || ticked.length === 0} onClick={() => void keep()}>
          {ticked.length > 1 ? 'These are mine' : 'This is mine'}
        </Button>
        <Button look="quiet" disabled={busy} onClick={() => void none()}>
          None of them
        </Button>
        <span className="k-quiet k-small" role="status">
          {busy ? 'Comparing it all anew' : ''}
        </span>
      </div>
    </section>
  );
}
