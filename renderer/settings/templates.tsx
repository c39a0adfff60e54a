/** Templates of one's own for the letters about introductions. */
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { letterUses } from '../../shared/introductions/occasions';
import { Button } from '../app/parts/button';
import { Section } from '../app/parts/section';
import { openTemplate } from '../introductions/introducing';
import { letterUseNames } from '../introductions/words';
import { useSession, useTable } from '../network/hooks';

export function Templates(): ReactNode {
  const session = useSession();
  const all = useTable('templates');
  const templates = letterUses.flatMap((use) =>
    all
      .filter((template) => template.use === use)
      .map((template) => ({ ...template, what: letterUseNames[use] })),
  );
  const canWrite = session.hello.readOnly === undefined;
  return (
    <Section
      title="Templates for introductions"
      text="Your own words to ask with, to introduce, to remind, to thank and to take a no with grace. They are offered where a letter begins, filled from what is openly on record."
    >
      <div className="k-settings-body">
        {templates.length === 0 ? (
          <p className="k-quiet">There is none yet; letters begin with plain words.</p>
        ) : null}
        <ul>
          {templates.map(({ id, name, what }) => (
            <li className="k-template" key={id}>
              <span>
                {name} <span className="k-small k-quietest">{what}</span>
              </span>
              {canWrite ? (
                <>
                  <Button
                    look="quiet"
                    aria-label={`Change ${name}`}
                    onClick={() => openTemplate(session, undefined, id)}
                  >
                    Change…
                  </Button>
                  <Button
                    look="quiet"
                    aria-label={`Remove ${name}`}
                    onClick={() =>
                      void session.tell('template.remove', { id }, { done: `Template removed: ${name}` })
                    }
                  >
                    Remove
                  </Button>
                </>
              ) : null}
            </li>
          ))}
        </ul>
        {canWrite ? (
          <div className="k-settings-buttons">
            <Button icon={IconPlus} onClick={() => openTemplate(session)}>
              New template…
            </Button>
          </div>
        ) : null}
      </div>
    </Section>
  );
}
