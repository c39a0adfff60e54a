import { expect, test } from 'vitest';
import { gapWords } from './gap-words';

test('a gap is called by who is missing where', () => {
  const words = (attribute: string, value: string, people: number): string =>
    gapWords({ attribute, value, people });
  expect(words('industry', 'Healthcare', 0)).toBe('No one in healthcare');
  expect(words('industry', 'NGOs', 2)).toBe('2 people in NGOs');
  expect(words('place', 'Seoul', 1)).toBe('One person in Seoul');
  expect(words('organisation', 'Halden Grid', 0)).toBe('No one at Halden Grid');
  expect(words('generation', '1990s', 1)).toBe('One person born in the 1990s');
  expect(words('tag:sport', 'rowing', 0)).toBe('No one tagged rowing');
});
