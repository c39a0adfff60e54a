/** What it rests on that somebody connects: groups, pairs that need them, who would be cut off. */
import type { ReactNode } from 'react';
import { asRecorded } from '../../../shared/analysis/reasons';
import type { PersonMeasures } from '../../../shared/analysis/questions';
import { sayBetweennessState, sayBrokerage } from '../../../shared/analysis/say-person';
import { callName } from '../../../shared/words';
import { Dialog } from '../../app/parts/dialog';
import { nameOf, people as sayPeople } from '../../app/words';
import { useAnswer, useContact } from '../../network/hooks';
import { light } from '../map/light';
import { PersonLinks } from '../person-link';
import { ScreenLines } from '../screen-lines';
import { useNaming } from '../use-naming';
import { Asked } from './asked';

const mostPairs = 24;
const mostNames = 60;

export function Evidence({
  measures,
  onClose,
}: {
  measures: PersonMeasures;
  onClose: () => void;
}): ReactNode {
  const { contact } = measures;
  const person = useContact(contact);
  if (person === undefined) return null;
  const name = callName(person.name);
  return (
    <Dialog title={`What this rests on: ${nameOf(person)}`} onClose={onClose} width="38rem">
      <Standing contact={contact} name={name} />
      <Groups measures={measures} />
      <Pairs contact={contact} name={name} />
      <Asked contact={contact} name={name} />
      {measures.cutPerson ? <FallsOff contact={contact} name={name} /> : null}
      <p className="k-small k-quietest">
        {asRecorded} Counted without you, over ties you know of and guesses of at least even odds.
      </p>
    </Dialog>
  );
}

/** In which roles somebody stands between others, and how sure the number of pairs is. */
function Standing({ contact, name }: { contact: string; name: string }): ReactNode {
  const answer = useAnswer({ kind: 'person', contact });
  if (answer === undefined) return <ScreenLines rows={1} />;
  const { betweenness, brokerage } = answer;
  const words = [
    brokerage === null ? '' : sayBrokerage(brokerage, name),
    sayBetweennessState(betweenness),
  ].filter((sentence) => sentence !== '');
  return words.length === 0 ? null : <p>{words.join(' ')}</p>;
}

function Groups({ measures: { reasons } }: { measures: PersonMeasures }): ReactNode {
  const naming = useNaming();
  const reaches = reasons.flatMap((reason) => (reason.kind === 'reaches' ? reason.clusters : []));
  const alone = new Set(reasons.flatMap((reason) => (reason.kind === 'alone' ? reason.clusters : [])));
  if (reaches.length === 0) return null;
  return (
    <section className="k-evidence">
      <h3 className="k-heading">Other groups</h3>
      <ul>
        {reaches.map(({ cluster, people }) => (
          <li key={cluster} data-light={light.cluster(cluster)}>
            {sayPeople(people)} in {naming.cluster(cluster) ?? 'a group that is gone'}
            {alone.has(cluster) ? ', where nobody else of the same group knows anyone' : ''}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pairs({ contact, name }: { contact: string; name: string }): ReactNode {
  const naming = useNaming();
  const answer = useAnswer({ kind: 'pairs', contact, most: mostPairs });
  if (answer === undefined) return <ScreenLines rows={4} />;
  if (answer.pairs.length === 0) return null;
  const all = Math.round(answer.all);
  return (
    <section className="k-evidence">
      <h3 className="k-heading">Pairs who reach each other through {name}</h3>
      <ul>
        {answer.pairs.map(({ a, b, only }) => (
          <li key={`${a} ${b}`} data-light={light.people([a, b])}>
            {naming.person(a) ?? 'Somebody'} and {naming.person(b) ?? 'somebody'}
            <span className="k-small k-quietest">
              {only ? ', by no other shortest way' : ', among other ways'}
            </span>
          </li>
        ))}
      </ul>
      {all > answer.pairs.length ? (
        <p className="k-small k-quietest">
          {answer.pairs.length.toLocaleString('en')} of about {all.toLocaleString('en')}; a pair with several
          shortest ways counts in parts.
        </p>
      ) : null}
    </section>
  );
}

function FallsOff({ contact, name }: { contact: string; name: string }): ReactNode {
  const answer = useAnswer({ kind: 'fallsOff', contact, most: mostNames });
  if (answer === undefined) return <ScreenLines rows={2} />;
  if (answer.contacts.length === 0) return null;
  return (
    <section className="k-evidence">
      <h3 className="k-heading">
        {sayPeople(answer.people)} would be cut off without {name}
      </h3>
      <p>
        <PersonLinks contacts={answer.contacts} most={mostNames} />
        {answer.people > answer.contacts.length
          ? ` and ${(answer.people - answer.contacts.length).toLocaleString('en')} more`
          : ''}
      </p>
    </section>
  );
}
