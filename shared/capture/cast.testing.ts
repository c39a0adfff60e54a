/** People for the tests of quick capture, and how its examples write chips. */
import type { Chip, Who } from './capture';
import { habitsOf } from './habits';
import { type Nameable, PeopleIndex } from './people';
import type { CaptureContext } from './reader';

interface Cast {
  readonly id: string;
  readonly full: string;
  readonly at?: string;
  readonly nick?: string;
  readonly archived?: boolean;
}

const cast: readonly Cast[] = [
  { id: 'ana', full: 'Ana Silva', at: 'Acme' },
  { id: 'ben', full: 'Ben Okoro', at: 'Roche', nick: 'Benny' },
  { id: 'dana', full: 'Dana Weiss', at: 'Novartis' },
  { id: 'jo1', full: 'Jo Park', at: 'Acme' },
  { id: 'jo2', full: 'Jo Park', at: 'Roche' },
  { id: 'wang', full: '王小明' },
  { id: 'yamada', full: '山田 太郎', nick: 'タロウ' },
  { id: 'lukasz', full: 'Łukasz Nowak' },
  { id: 'siobhan', full: 'Siobhán O’Brien' },
  { id: 'jan', full: 'Jan van der Berg' },
  { id: 'anna', full: 'Anna Maria Rossi' },
  { id: 'fatima', full: 'فاطمة الزهراء' },
  { id: 'maria', full: 'Мария Иванова' },
  { id: 'deepa', full: 'दीपा शर्मा' },
  { id: 'mj', full: 'Mary-Jane Watson', nick: 'MJ' },
  { id: 'april', full: 'April May' },
  { id: 'tom', full: 'Tom Hardy' },
  { id: 'oldtom', full: 'Tom Hardy', archived: true },
  { id: 'sammy', full: 'Sammy Davis Jr.' },
  { id: 'dwayne', full: 'Dwayne "Rock" Johnson' },
];

export function nameable({ id, full, at, nick, archived }: Cast): Nameable {
  return {
    id,
    name: { full },
    nicknames: nick === undefined ? [] : [nick],
    organisations: at === undefined ? [] : [{ name: at }],
    ...(archived === true ? { archived } : {}),
  };
}

export function castIndex(lastContact?: (id: string) => string | undefined): PeopleIndex {
  const people = new PeopleIndex(lastContact);
  for (const one of cast) people.put(nameable(one));
  return people;
}

/** A Monday, with days before months and weeks from Monday on, unless said otherwise. */
export function castContext(today = '2026-05-04', locale = 'en-GB'): CaptureContext {
  return { today, habits: habitsOf(locale), people: castIndex() };
}

/** `?Zed` for somebody new, `jo=jo1/jo2` for one of several. */
function whoInExamples(who: Who): string {
  if (who.state === 'known') return who.name;
  return who.state === 'unknown' ? `?${who.name}` : `${who.name}=${who.people.map(({ id }) => id).join('/')}`;
}

/** "meal coffee", "with Ana Silva", "I owe Ana Silva: slides by 2026-05-08". */
export function chipInExamples(chip: Chip): string {
  switch (chip.kind) {
    case 'channel':
      return chip.word === undefined ? chip.channel : `${chip.channel} ${chip.word}`;
    case 'direction':
      return chip.direction;
    case 'day':
      return `${chip.planned ? 'planned' : 'on'} ${chip.day}`;
    case 'length':
      return `${chip.minutes} min`;
    case 'person':
      return `with ${whoInExamples(chip.who)}`;
    case 'topic':
      return `re ${chip.text}`;
    case 'promise': {
      const whom = chip.who.map(whoInExamples).join('+');
      const due = chip.due === undefined ? '' : ` by ${chip.due}`;
      return `${chip.by === 'me' ? `I owe ${whom}` : `${whom} owes me`}: ${chip.text}${due}`;
    }
    case 'exchange': {
      const whom = chip.who.map(whoInExamples).join('+');
      return `${chip.direction === 'given' ? `gave ${whom}` : `got from ${whom}`}: ${chip.text} (${chip.exchange})`;
    }
    case 'introduction':
      return `${chip.stage} ${whoInExamples(chip.a)} + ${whoInExamples(chip.b)}${chip.why === undefined ? '' : `: ${chip.why}`}`;
    case 'tag':
      return `#${chip.tag}`;
    case 'confidential':
      return 'confidential';
  }
}
