/** Why two cards may be one person, in words. */
import type { NameMatch } from './compare-names';
import type { Ground } from './weigh';

export interface Reason {
  readonly text: string;
  readonly speaks: 'for' | 'against';
}

/** One reason for each ground, in the order of the grounds. */
export function sayGrounds(grounds: readonly Ground[]): Reason[] {
  return grounds.map((ground) => ({
    text: sayGround(ground),
    speaks:
      ground.kind === 'name' && ground.match.differs ? 'against' : ground.weight < 0 ? 'against' : 'for',
  }));
}

const words: Readonly<Record<Exclude<Ground['kind'], 'name'>, string>> = {
  email: 'The same mail address',
  phone: 'The same number',
  profile: 'The same profile',
  row: 'Known by the same key in a file',
  mailbox: 'The same name of a mailbox, elsewhere',
  organisation: 'The same organisation',
  'other-organisation': 'Other organisations',
  title: 'The same title',
  place: 'The same place',
  'other-place': 'Other places',
  street: 'The same street and house',
  birthday: 'The same birthday',
  'other-birthday': 'Another birthday',
  'other-email': 'Other mail addresses',
  'other-phone': 'Other numbers',
  'other-profile': 'Two profiles at the same site',
  'other-generation': 'Junior, senior or the like',
  'one-file': 'Both stood in one file',
  tied: 'A tie says that the two know each other',
  met: 'Both were there at one time',
};

/** The values that are worth showing as they are. */
const shown: ReadonlySet<Ground['kind']> = new Set(['email', 'phone', 'profile', 'mailbox']);

function sayGround(ground: Ground): string {
  if (ground.kind === 'name') return sayName(ground.match);
  const { kind, value } = ground;
  return value === undefined || !shown.has(kind) ? words[kind] : `${words[kind]} (${value})`;
}

function sayName({ level, isReordered, differs, words: count }: NameMatch): string {
  if (differs) return 'Another given name';
  if (level === 'none') return 'Part of the name is another one';
  const turned = isReordered ? ', turned round' : '';
  switch (level) {
    case 'same':
      return count === 1 ? 'One word of the name is the same' : `The same name${turned}`;
    case 'alike':
      return `The name sounds the same${turned}`;
    case 'nickname':
      return `The same name with a short or other form of it${turned}`;
    case 'typo':
      return `Nearly the same name${turned}; it may be a slip`;
    case 'short':
      return `A name cut short${turned}`;
    case 'initial':
      return `The name fits an initial${turned}`;
  }
}
