/** Whom a contact knows: known ties first, then guesses; each can be changed, confirmed, removed, and asked why. */
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { Contact, Evidence, Tie } from '../../../shared/model/entities';
import { tables } from '../../../shared/model/tables';
import { ActionButton, Button, IconButton } from '../../app/parts/button';
import { ContactMark } from '../../app/parts/mark';
import { many, nameOf } from '../../app/words';
import { useContact, useSession, useSettings, useTiesOf } from '../../network/hooks';
import { Section } from './section';
import { evidenceWords, tieWords } from './tie-words';

/** Rows shown at first. */
const first = 12;

export function TiesSection({ contact }: { contact: Contact }): ReactNode {
  const { analysis } = useSession();
  const { me } = useSettings();
  const ties = useTiesOf(contact.id);
  const [all, setAll] = useState(false);
  const sorted = useMemo(
    () =>
      [...ties].sort(
        (a, b) =>
          Number(b.state === 'known') - Number(a.state === 'known') ||
          (analysis.strength(b.id)?.strength ?? 0) - (analysis.strength(a.id)?.strength ?? 0),
      ),
    [ties, analysis],
  );
  const guessed = ties.filter(({ state }) => state === 'inferred').length;
  const shown = all ? sorted : sorted.slice(0, first);
  return (
    <Section
      title="Ties"
      aside={guessed > 0 ? `${ties.length}, ${guessed} of them guessed` : String(ties.length)}
    >
      {shown.map((tie) => (
        <TieRow key={tie.id} tie={tie} from={contact.id} />
      ))}
      {ties.length === 0 ? (
        <p className="k-quiet">
          {me === contact.id ? 'Nobody yet. Whom do you know?' : 'Nobody yet. Whom do they know?'}
        </p>
      ) : null}
      <div className="k-insp-edit-tools">
        {shown.length < ties.length ? (
          <Button look="quiet" onClick={() => setAll(true)}>
            Show {many(ties.length - shown.length, 'more', 'more')}
          </Button>
        ) : null}
        <ActionButton id="atlas.tie" look="quiet" withIcon={false}>
          Add a tie
        </ActionButton>
      </div>
    </Section>
  );
}

function TieRow({ tie, from }: { tie: Tie; from: string }): ReactNode {
  const session = useSession();
  const [evidence, setEvidence] = useState<readonly Evidence[]>();
  const other = useContact(tie.a === from ? tie.b : tie.a);
  if (other === undefined) return null;
  const name = nameOf(other);
  const ask = async (): Promise<void> => {
    try {
      const answer = await session.host.call('evidence', { tie: tie.id });
      setEvidence(
        answer.evidence.flatMap((row) => {
          const parsed = tables.evidence.schema.safeParse(row);
          return parsed.success ? [parsed.data] : [];
        }),
      );
    } catch (error) {
      session.fail(error);
    }
  };
  return (
    <>
      <div className="k-insp-row">
        <ContactMark contact={other.id} box={30} />
        <button
          type="button"
          className="k-insp-row-name"
          onClick={() => {
            session.select(other.id);
            session.show(other.id);
          }}
        >
          {name}
        </button>
        <span className="k-insp-row-more" title={tie.note}>
          {tieWords(tie)}
        </span>
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <IconButton icon={IconDots} label={`The tie to ${name}`} />
          </Menu.Target>
          <Menu.Dropdown>
            {tie.state === 'inferred' ? (
              <Menu.Item
                onClick={() =>
                  void session.tell('tie.confirm', { id: tie.id }, { done: `The tie to ${name} is known` })
                }
              >
                They know each other
              </Menu.Item>
            ) : null}
            <Menu.Item onClick={() => session.dialogs.open('tie', [from, other.id])}>Edit the tie</Menu.Item>
            <Menu.Item onClick={() => void ask()}>What it rests on</Menu.Item>
            <Menu.Item
              onClick={() =>
                void (tie.state === 'inferred'
                  ? session.tell('tie.deny', { ids: [tie.id] }, { done: `Noted: no tie to ${name}` })
                  : session.tell('tie.remove', { id: tie.id }, { done: `The tie to ${name} is removed` }))
              }
            >
              {tie.state === 'inferred' ? 'They do not know each other' : 'Remove the tie'}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {evidence === undefined ? null : <EvidenceList evidence={evidence} />}
    </>
  );
}

function EvidenceList({ evidence }: { evidence: readonly Evidence[] }): ReactNode {
  const { hello } = useSession();
  if (evidence.length === 0)
    return <p className="k-small k-quietest">Nothing is recorded of what it rests on.</p>;
  return (
    <ul className="k-small k-quiet k-insp-evidence">
      {evidence.map((one) => (
        <li key={one.id}>{evidenceWords(one, hello.locale)}.</li>
      ))}
    </ul>
  );
}
