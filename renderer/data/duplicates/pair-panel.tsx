/** One pair: how likely, why, the two cards, and the decision. */
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Choices } from '../../../shared/commands/merged-fields';
import type { DuplicatePair } from '../../../shared/duplicates/answers';
import { useKeyRules } from '../../app/action-context';
import { Button } from '../../app/parts/button';
import { useContact } from '../../network/hooks';
import { Comparison } from './comparison';
import { likelyWords } from './pair-list';
import { WhatMerges } from './what-merges';

export interface Chosen {
  readonly into: string;
  readonly gone: string;
  readonly keep: Choices;
}

interface PairPanelProps {
  readonly pair: DuplicatePair;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly onMerge: () => void;
  readonly onApart: () => void;
  readonly onLater: () => void;
  readonly readOnly: boolean;
}

export function PairPanel(props: PairPanelProps): ReactNode {
  const { pair, chosen, onChange, onMerge, onApart, onLater, readOnly } = props;
  const mine = useContact(chosen.into);
  const theirs = useContact(chosen.gone);
  const { letterKeys } = useKeyRules();
  const keyed = (key: string): string | undefined => (letterKeys ? key : undefined);
  if (mine === undefined || theirs === undefined) return null;
  return (
    <div className="k-same-panel">
      <div className="k-same-scroll">
        <h2 className="k-heading-name">{likelyWords(pair)}</h2>
        <ul className="k-same-reasons" aria-label="Why">
          {pair.reasons.map(({ text, speaks }) => {
            const Sign = speaks === 'for' ? IconPlus : IconMinus;
            return (
              <li key={text} data-speaks={speaks}>
                <Sign size={15} stroke={1.7} aria-hidden="true" />
                <span className="k-visually-hidden">{speaks === 'for' ? 'For it: ' : 'Against it: '}</span>
                {text}
              </li>
            );
          })}
        </ul>
        <Comparison
          mine={mine}
          theirs={theirs}
          choices={chosen.keep}
          onChoose={(field, keeping) => onChange({ ...chosen, keep: { ...chosen.keep, [field]: keeping } })}
        />
        <WhatMerges people={[mine.id, theirs.id]} />
      </div>
      {readOnly ? null : (
        <div className="k-import-foot">
          <Button look="filled" keyShown={keyed('m')} onClick={onMerge}>
            Merge
          </Button>
          <Button keyShown={keyed('n')} onClick={onApart}>
            Not the same
          </Button>
          <Button keyShown={keyed('l')} onClick={onLater}>
            Later
          </Button>
          <Button look="quiet" onClick={() => onChange({ into: chosen.gone, gone: chosen.into, keep: {} })}>
            Let the other stay
          </Button>
        </div>
      )}
    </div>
  );
}
