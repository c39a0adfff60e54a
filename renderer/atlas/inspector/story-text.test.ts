import { describe, expect, it } from 'vitest';
import { textParts, withoutNulls } from './story-text';

const note = { field: 'text', label: 'Note' } as const;

describe('the text of an entry in its form', () => {
  it('becomes confidential where the switch is on, and leaves nothing open', () => {
    const { argsOf, values } = textParts({ ...note, text: 'open' });
    expect(argsOf(values)).toEqual({ text: 'open' });
    expect(argsOf({ text: ' kept ', secret: 'yes' })).toEqual({ text: null, confidentialText: 'kept' });
    expect(argsOf({ text: ' ', secret: 'yes' })).toEqual({ text: null });
    expect(withoutNulls(argsOf({ text: 'kept', secret: 'yes' }))).toEqual({ confidentialText: 'kept' });
  });

  it('is neither asked for nor changed while it was not revealed', () => {
    const { fields, after, isWritten, argsOf } = textParts({ ...note, confidential: 'x' });
    expect([...fields, ...after]).toEqual([]);
    expect(isWritten).toBe(true);
    expect(argsOf({ text: 'other' })).toEqual({});
  });

  it('is changed once it was revealed, stays where it is, or becomes open', () => {
    const { argsOf, values } = textParts({ ...note, confidential: 'x', revealed: 'kept' });
    expect(values).toEqual({ text: 'kept', secret: 'yes' });
    expect(argsOf({ text: 'else', secret: 'yes' })).toEqual({ confidentialText: 'else' });
    expect(argsOf({ text: 'else', secret: '' })).toEqual({ text: 'else', confidentialText: null });
  });

  it('stands beside an open one where there are both', () => {
    const both = { ...note, text: 'open', confidential: 'x' };
    expect(textParts(both).argsOf({ text: 'more' })).toEqual({ text: 'more' });
    const { argsOf, values } = textParts({ ...both, revealed: 'kept' });
    expect(argsOf(values)).toEqual({ text: 'open', confidentialText: 'kept' });
    expect(argsOf({ ...values, hidden: '' })).toEqual({ text: 'open', confidentialText: null });
  });
});
