/**
 * The end of reading a capture: whom "her" and the unsaid stand for, and what keeps it from being logged. Somebody
 * who is not named is the one who was there; where several were, the chip lists them.
 */
import type { Capture, Chip, Person, Problem, Span, Who } from './capture';
import { eachOnce } from './capture';
import { nameKey } from './name-key';
import type { CaptureContext, DraftChip } from './reader';

export function settle(
  drafts: readonly DraftChip[],
  context: CaptureContext,
): { chips: Chip[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const present = eachOnce(drafts.flatMap((chip) => (chip.kind === 'person' ? [chip.who] : [])));
  const named = present.length > 0 ? present : eachOnce(drafts.flatMap(namedIn));
  const chips = drafts.map((chip): Chip => {
    if (chip.kind !== 'promise' && chip.kind !== 'exchange') return chip;
    const who = chip.who.flatMap((one) => (one.state === 'pronoun' ? standsFor(one.name, named) : [one]));
    if (who.length === 0) {
      const asked = chip.who.map(({ name }) => name).find((name) => name !== '');
      const sentence =
        asked === undefined
          ? `Say with whom “${chip.text}” is, as in @ana.`
          : `Nobody is named whom “${asked}” could stand for. Name them, as in @ana.`;
      problems.push({ span: chip.span, sentence });
    }
    return { ...chip, who: [...eachOnce(who)] };
  });
  const day = chips.find((chip) => chip.kind === 'day')?.day;
  const madeOn = day !== undefined && day < context.today ? day : context.today;
  for (const chip of chips) {
    if (chip.kind === 'promise' && chip.due !== undefined && chip.due < madeOn) {
      const sentence = `“${chip.text}” is due on ${chip.due}, before it was promised (${madeOn}). Correct one of the two days.`;
      problems.push({ span: chip.dueSpan ?? chip.span, sentence });
    }
    if (chip.kind === 'introduction' && isSame(chip.a, chip.b)) {
      problems.push({ span: chip.span, sentence: 'An introduction needs two different people.' });
    }
    for (const who of peopleOf(chip)) problems.push(...doubtsAbout(who, chip.span, context));
  }
  return { chips: chips.toSorted((a, b) => a.span.from - b.span.from), problems };
}

function namedIn(chip: DraftChip): Who[] {
  if (chip.kind === 'introduction') return [];
  if (chip.kind !== 'promise' && chip.kind !== 'exchange') return [];
  return chip.who.flatMap((one) => (one.state === 'pronoun' ? [] : [one]));
}

/** "They" and "them" are all who were there; "her" is one of them. */
function standsFor(pronoun: string, named: readonly Who[]): readonly Who[] {
  if (named.length <= 1 || pronoun === 'they' || pronoun === 'them') return named;
  const people = named.flatMap((who): readonly Person[] =>
    who.state === 'known' ? [{ id: who.id, name: who.name }] : who.state === 'several' ? who.people : [],
  );
  // By name: the same people are the same choice, in whatever order a line names them.
  return [{ state: 'several', name: pronoun, people: people.toSorted(byName) }];
}

function byName(a: Person, b: Person): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Everybody a chip names. */
export function peopleOf(chip: Chip): readonly Who[] {
  switch (chip.kind) {
    case 'person':
      return [chip.who];
    case 'promise':
    case 'exchange':
      return chip.who;
    case 'introduction':
      return [chip.a, chip.b];
    default:
      return [];
  }
}

function isSame(a: Who, b: Who): boolean {
  return eachOnce([a, b]).length === 1 && a.state !== 'several';
}

function doubtsAbout(who: Who, span: Span, { people }: CaptureContext): Problem[] {
  const isMe = who.state === 'known' ? who.id === people.me : /^(?:me|myself|i)$/.test(nameKey(who.name));
  if (isMe) {
    return [{ span, sentence: 'You are part of it anyway. Name the others alone.' }];
  }
  if (who.state === 'several' && who.people.length === 0 && who.name.startsWith('{')) {
    return [{ span, sentence: `There is nobody with the id ${who.name.slice(1, -1)} in your network.` }];
  }
  return [];
}

/** Says what is missing in it as a whole. */
export function whole(capture: Capture): Capture {
  const { text, chips, rest, problems } = capture;
  if (problems.length > 0) return capture;
  const span = { from: 0, to: text.length };
  if (chips.length === 0 && rest === '') {
    return {
      ...capture,
      problems: [
        { span, sentence: 'Nothing is said yet. Write what happened, as in “coffee @ana yesterday”.' },
      ],
    };
  }
  if (!chips.some((chip) => peopleOf(chip).length > 0)) {
    return {
      ...capture,
      problems: [{ span, sentence: 'Nobody is named. Say who it was with, as in “coffee @ana yesterday”.' }],
    };
  }
  return capture;
}
