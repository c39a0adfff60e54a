import { expect, it } from 'vitest';
import { goalFaults } from './goal-faults';

const law = { attribute: 'industry', value: 'Law', percent: 5 };

it('finds nothing wrong with a goal of its own', () => {
  expect(goalFaults(law, [])).toEqual({});
  expect(goalFaults(law, [{ attribute: 'place', value: 'Law' }])).toEqual({});
});

it('wants a value and a share that can be', () => {
  expect(goalFaults({ ...law, value: '  ', percent: undefined }, [])).toEqual({
    value: 'Say which industry it is about.',
    percent: 'Say which share you would like.',
  });
  for (const percent of [0, -1, 101]) {
    expect(goalFaults({ ...law, percent }, []).percent).toBe('A share is more than 0 % and at most 100 %.');
  }
});

it('refuses a second goal for the same value in any spelling', () => {
  expect(goalFaults({ ...law, value: ' LAW ' }, [{ attribute: 'industry', value: 'law' }]).value).toBe(
    'There is a goal for this industry already; change that one.',
  );
  expect(
    goalFaults({ attribute: 'tag:Club', value: 'Rowing', percent: 5 }, [
      { attribute: 'tag:club', value: 'club: rowing' },
    ]).value,
  ).toBeDefined();
});
