/** What is typed about an entry of a story, checked before it is written: what is wrong stands at its field. */
import { isDay } from '../time';

/** By field, a sentence that says what to do. */
export type Faults = Readonly<Record<string, string | undefined>>;
export type Typed = Readonly<Record<string, string | undefined>>;

const dayAsked = 'Choose a day of the calendar.';

export function faultsOfPromise(typed: Typed): Faults {
  return faultsOfDays(typed, 'Write what was promised.', 'the promise was made');
}

export function faultsOfAdvice(typed: Typed): Faults {
  return faultsOfDays(typed, 'Write what was advised.', 'the advice was given');
}

/** `settledOn` is the day on which it was kept, dropped or told of, where it was. */
function faultsOfDays(typed: Typed, textAsked: string, made: string): Faults {
  const { text, madeOn = '', due = '', settledOn = '' } = trimmed(typed);
  return found({
    text: isEmpty(text) ? textAsked : undefined,
    madeOn: !isDay(madeOn)
      ? dayAsked
      : isDay(settledOn) && settledOn < madeOn
        ? `It was settled before this day, on ${settledOn}. Choose an earlier one.`
        : undefined,
    due:
      due === ''
        ? undefined
        : !isDay(due)
          ? dayAsked
          : isDay(madeOn) && due < madeOn
            ? `This is before ${made}. Choose a later day.`
            : undefined,
  });
}

export function faultsOfExchange(typed: Typed, today: string): Faults {
  const { text, day = '' } = trimmed(typed);
  return found({
    text: isEmpty(text) ? 'Write what it was.' : undefined,
    day: !isDay(day)
      ? dayAsked
      : day > today
        ? 'This day has not come yet. Choose today or a day before it.'
        : undefined,
  });
}

export function faultsOfRequest(typed: Typed, today: string): Faults {
  const { text, askedOn = '' } = trimmed(typed);
  const { day } = faultsOfExchange({ text: '-', day: askedOn }, today);
  return found({ text: isEmpty(text) ? 'Write what you asked for.' : undefined, askedOn: day });
}

export function faultsOfInteraction(typed: Typed, planned: boolean, today: string): Faults {
  const { day = '', minutes = '' } = trimmed(typed);
  return found({
    day: !isDay(day)
      ? dayAsked
      : !planned && day > today
        ? 'This day has not come yet, so it cannot have taken place.'
        : undefined,
    minutes:
      minutes === '' || /^\d{1,5}$/.test(minutes) ? undefined : 'Write a number of minutes, such as 30.',
  });
}

export function faultsOfIntroduction(typed: Typed, today: string): Faults {
  const { other, day = '' } = trimmed(typed);
  return found({
    other: isEmpty(other) ? 'Choose who it was.' : undefined,
    day:
      day === ''
        ? undefined
        : !isDay(day)
          ? dayAsked
          : day > today
            ? 'This day has not come yet. Choose today or a day before it.'
            : undefined,
  });
}

export function faultsOfNote(typed: Typed): Faults {
  return found({ text: isEmpty(typed['text']) ? 'Write something first.' : undefined });
}

export function areAny(faults: Faults): boolean {
  return Object.values(faults).some((fault) => fault !== undefined);
}

function found(faults: Faults): Faults {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}

function trimmed(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).map(([key, text]) => [key, text?.trim()]));
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
