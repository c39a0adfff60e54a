/** The way from Data to who knows whom: said by hand, or guessed and then confirmed. */
import type { ReactNode } from 'react';
import { ActionButton } from '../../app/parts/button';
import { Section } from '../../app/parts/section';
import { many } from '../../app/words';
import { useTable, useTally } from '../../network/hooks';

/** Fewer have nobody to know beside each other and me. */
const fewest = 3;

export function Ties(): ReactNode {
  const people = useTable('contacts').length;
  const { guessed } = useTally();
  if (people < fewest) return null;
  const waiting =
    guessed === 0 ? '' : ` ${many(guessed, 'guessed tie waits', 'guessed ties wait')} for your yes or no.`;
  return (
    <Section
      title="Who knows whom"
      text={`Ties between your people make the map. Say them yourself, or let meetings, mails and organisations suggest some.${waiting}`}
      tools={
        <>
          <ActionButton id="data.link" />
          <ActionButton id="data.guesses" />
        </>
      }
    />
  );
}
