import { describe, expect, it } from 'vitest';
import {
  areAny,
  faultsOfAdvice,
  faultsOfExchange,
  faultsOfInteraction,
  faultsOfIntroduction,
  faultsOfNote,
  faultsOfPromise,
  faultsOfRequest,
} from './entering';

const today = '2026-05-04';

describe('what is typed about a promise', () => {
  const whole = { text: 'slides', madeOn: '2026-05-04', due: '2026-05-08' };

  it('is kept where it is whole, with a day it is due or without', () => {
    expect(areAny(faultsOfPromise(whole))).toBe(false);
    expect(areAny(faultsOfPromise({ ...whole, due: '' }))).toBe(false);
    expect(areAny(faultsOfPromise({ ...whole, due: whole.madeOn }))).toBe(false);
  });

  it('is refused at its field: nothing written, due before it was made, no day', () => {
    expect(faultsOfPromise({ ...whole, text: '  ' })).toEqual({ text: 'Write what was promised.' });
    expect(faultsOfPromise({ ...whole, due: '2026-05-03' })).toEqual({
      due: 'This is before the promise was made. Choose a later day.',
    });
    expect(faultsOfPromise({ ...whole, madeOn: '2026-02-30' })).toEqual({
      madeOn: 'Choose a day of the calendar.',
    });
  });
});

describe('what is typed about advice and an introduction', () => {
  it('is refused at its field, in its own words', () => {
    expect(faultsOfAdvice({ text: '', madeOn: today, due: '2026-05-03' })).toEqual({
      text: 'Write what was advised.',
      due: 'This is before the advice was given. Choose a later day.',
    });
    expect(faultsOfPromise({ text: 'slides', madeOn: today, settledOn: '2026-05-03' })).toEqual({
      madeOn: 'It was settled before this day, on 2026-05-03. Choose an earlier one.',
    });
    expect(faultsOfIntroduction({ other: '', day: '2026-05-05' }, today)).toEqual({
      other: 'Choose who it was.',
      day: 'This day has not come yet. Choose today or a day before it.',
    });
    expect(areAny(faultsOfIntroduction({ other: 'ben', day: '' }, today))).toBe(false);
  });
});

describe('what is typed about other entries', () => {
  it('has a text, and no day that has not come', () => {
    expect(faultsOfExchange({ text: '', day: today }, today)).toEqual({ text: 'Write what it was.' });
    expect(Object.keys(faultsOfExchange({ text: 'a lift', day: '2026-05-05' }, today))).toEqual(['day']);
    expect(areAny(faultsOfExchange({ text: 'a lift', day: today }, today))).toBe(false);
    expect(Object.keys(faultsOfNote({ text: '\n' }))).toEqual(['text']);
  });

  it('may be ahead where it is planned, and takes minutes as a number', () => {
    expect(Object.keys(faultsOfInteraction({ day: '2026-06-01' }, false, today))).toEqual(['day']);
    expect(areAny(faultsOfInteraction({ day: '2026-06-01', minutes: '30' }, true, today))).toBe(false);
    expect(Object.keys(faultsOfInteraction({ day: today, minutes: 'an hour' }, false, today))).toEqual([
      'minutes',
    ]);
  });

  it('asks for what was asked and a day that has come', () => {
    expect(faultsOfRequest({ text: ' ', askedOn: '2026-05-04' }, today)).toEqual({
      text: 'Write what you asked for.',
    });
    expect(Object.keys(faultsOfRequest({ text: 'a word', askedOn: '2026-05-05' }, today))).toEqual([
      'askedOn',
    ]);
    expect(areAny(faultsOfRequest({ text: 'a word', askedOn: today }, today))).toBe(false);
  });
});
