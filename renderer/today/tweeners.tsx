/** Tweeners, who would slip away: a cadence by one click, a coffee planned, or let go kindly. */
import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { DueAnswer } from '../../shared/keeping/answers';
import { ContactMark } from '../app/parts/mark';
import { Button, IconButton } from '../app/parts/button';
import { useSession } from '../network/hooks';
import { useStepping } from '../insights/gaps/use-stepping';
import { MoreButton } from './more-button';
import { PersonName } from './person-name';

type Tweener = DueAnswer['tweeners'][number];

/** Tweeners shown at first. */
const first = 5;
const usual = { days: 90, words: 'Every 3 months' };
const otherCadences = [
  { days: 30, words: 'Every month' },
  { days: 180, words: 'Every half year' },
  { days: 365, words: 'Every year' },
] as const;

export function Tweeners({ tweeners }: { tweeners: readonly Tweener[] }): ReactNode {
  const [all, setAll] = useState(false);
  const { onKeyDown } = useStepping();
  if (tweeners.length === 0) return null;
  return (
    <section className="k-today-section k-today-tweeners" aria-labelledby="today-tweeners">
      <h2 className="k-heading" id="today-tweeners">
        Who may slip away
      </h2>
      <p className="k-small k-quiet">
        Neither close nor settled yet. Choose how often you would like to be in touch, meet, or let go.
      </p>
      <ul onKeyDown={onKeyDown}>
        {tweeners.slice(0, all ? undefined : first).map((tweener) => (
          <Line key={tweener.id} tweener={tweener} />
        ))}
        <MoreButton all={tweeners.length} first={first} open={all} onOpen={() => setAll(true)} />
      </ul>
    </section>
  );
}

function Line({ tweener: { id, name, reasons } }: { tweener: Tweener }): ReactNode {
  const session = useSession();
  const every = (days: number, words: string): void => {
    const done = `${name}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
    void session.tell('contact.edit', { id, cadenceDays: days }, { done });
  };
  return (
    <li className="k-today-tweener" data-step tabIndex={-1} aria-label={name}>
      <ContactMark contact={id} box={30} />
      <div>
        <PersonName id={id} name={name} />
        <p className="k-small k-quiet">{reasons.map(({ text }) => text).join(' ')}</p>
      </div>
      {session.hello.readOnly === undefined ? (
        <div className="k-today-tweener-acts">
          <Button
            className="k-small"
            aria-label={`${usual.words} with ${name}`}
            onClick={() => every(usual.days, usual.words)}
          >
            {usual.words}
          </Button>
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <IconButton icon={IconChevronDown} label={`Another cadence for ${name}`} />
            </Menu.Target>
            <Menu.Dropdown>
              {otherCadences.map(({ days, words }) => (
                <Menu.Item key={days} onClick={() => every(days, words)}>
                  {words}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button
            look="quiet"
            className="k-small"
            aria-label={`Plan a coffee with ${name}`}
            onClick={() => session.dialogs.open('coffee', [id])}
          >
            Plan a coffee
          </Button>
          <Button
            look="quiet"
            className="k-small"
            aria-label={`Let ${name} go`}
            onClick={() => session.dialogs.open('let-go', [id])}
          >
            Let go
          </Button>
        </div>
      ) : null}
    </li>
  );
}
