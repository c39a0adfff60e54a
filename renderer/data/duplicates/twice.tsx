/** The way from Data to those who may be there twice. */
import type { ReactNode } from 'react';
import { ActionButton } from '../../app/parts/button';
import { Section } from '../../app/parts/section';
import { useTable } from '../../network/hooks';

export function Twice(): ReactNode {
  const people = useTable('contacts').length;
  if (people < 2) return null;
  return (
    <Section
      title="Same person?"
      text="Who may be in your network twice, how likely that is and why. You compare, and decide."
      tools={
        <ActionButton id="data.same" withIcon={false}>
          Compare
        </ActionButton>
      }
    />
  );
}
