import type { ReactNode } from 'react';
import { useKeyRules } from '../action-context';
import { keyWords } from '../keys';

/** A key, or two one after the other, as small caps. */
export function KeyCap({ of }: { of: string }): ReactNode {
  const { mac } = useKeyRules();
  return (
    <span className="k-keys" aria-hidden="true">
      {of.split(' ').map((key) => (
        <kbd className="k-key" key={key}>
          {keyWords(key, mac)}
        </kbd>
      ))}
    </span>
  );
}
