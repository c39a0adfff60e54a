import { describe, expect, it } from 'vitest';
import type { Part, PartKind } from '../../../shared/suggestions/answers';
import { reasonOf } from './reason';
import { standing } from './standing';

const part = (kind: PartKind, text: string, hasGround = true): Part => ({
  kind,
  value: 0.5,
  text,
  evidence: hasGround ? [{ table: 'contacts', id: 'ana', text: 'The card of Ana', contact: 'ana' }] : [],
});

describe('the reason that stands in the letters to both', () => {
  it('is what one seeks and the other has, and what both care for; never who knows nobody where', () => {
    const parts = [
      part('need', 'Ana looks for “piano”, and Ben can help with “piano”.'),
      part('interest', 'Both care for “rowing”.'),
      part('group', 'Ana knows nobody in “Choir”.'),
      part('plausibility', 'Both know Cem.'),
    ];
    expect(reasonOf({ parts })).toBe(
      'Ana looks for “piano”, and Ben can help with “piano”. Both care for “rowing”.',
    );
  });

  it('is whom both know where nothing else is there, and empty where nobody is', () => {
    const group = part('group', 'Ana knows nobody in “Choir”.');
    expect(reasonOf({ parts: [group, part('plausibility', 'Both know Cem.')] })).toBe('Both know Cem.');
    expect(reasonOf({ parts: [group, part('plausibility', 'Nobody links the two yet.', false)] })).toBe('');
  });
});

describe('where a part stands', () => {
  it('is said in a word, of costs in another', () => {
    expect([0, 0.2, 0.5, 0.9].map((value) => standing('gain', value))).toEqual([
      'little',
      'some',
      'a good deal',
      'much',
    ]);
    expect([0, 0.1, 0.3].map((value) => standing('cost', value))).toEqual([
      'none',
      'asked lately',
      'asked often lately',
    ]);
  });
});
