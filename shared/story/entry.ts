/** What a contact's story is made of, each with the day on which it stands there. */
import type { Commitment, Exchange, Fact, Interaction, Introduction, Note, Request } from '../model/entities';

export const storyKinds = [
  'interaction',
  'promise',
  'introduction',
  'exchange',
  'request',
  'fact',
  'note',
] as const;
export type StoryKind = (typeof storyKinds)[number];

/** What is kept about a contact, as far as it is a story. */
export interface Kept {
  readonly interactions: readonly Interaction[];
  readonly commitments: readonly Commitment[];
  readonly exchanges: readonly Exchange[];
  readonly introductions: readonly Introduction[];
  readonly requests: readonly Request[];
  readonly facts: readonly Fact[];
  readonly notes: readonly Note[];
}

interface Placed {
  readonly id: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; absent where nobody said when. */
  readonly day?: string;
  /** Tells what happened on the same day apart. */
  readonly at?: string;
  /** Not yet past: planned, or promised and open. */
  readonly ahead: boolean;
}

export type StoryEntry = Placed &
  (
    | { readonly kind: 'interaction'; readonly interaction: Interaction }
    | { readonly kind: 'promise'; readonly promise: Commitment }
    | { readonly kind: 'introduction'; readonly introduction: Introduction }
    | { readonly kind: 'exchange'; readonly exchange: Exchange }
    | { readonly kind: 'request'; readonly request: Request }
    | { readonly kind: 'fact'; readonly fact: Fact }
    | { readonly kind: 'note'; readonly note: Note }
  );

export function entriesOf(kept: Kept): StoryEntry[] {
  return [
    ...kept.interactions.map(fromInteraction),
    ...kept.commitments.map(fromPromise),
    ...kept.introductions.map(fromIntroduction),
    ...kept.exchanges.map(fromExchange),
    ...kept.requests.map(fromRequest),
    ...kept.facts.map(fromFact),
    ...kept.notes.map(fromNote),
  ];
}

function fromInteraction(interaction: Interaction): StoryEntry {
  const { id, day, at, planned } = interaction;
  return {
    kind: 'interaction',
    id,
    day,
    ...(at === undefined ? {} : { at }),
    ahead: planned === true,
    interaction,
  };
}

/** Open, it stands where it falls due; settled, on the day it was kept or dropped. */
function fromPromise(promise: Commitment): StoryEntry {
  const { id, due, doneOn, droppedOn, toldOn } = promise;
  const settled = toldOn ?? doneOn ?? droppedOn;
  const day = settled ?? due;
  return {
    kind: 'promise',
    id,
    ...(day === undefined ? {} : { day }),
    ahead: settled === undefined,
    promise,
  };
}

function fromIntroduction(introduction: Introduction): StoryEntry {
  const { id, day, history } = introduction;
  const last = history.at(-1)?.day;
  const when = last !== undefined && (day === undefined || last > day) ? last : day;
  return {
    kind: 'introduction',
    id,
    ...(when === undefined ? {} : { day: when }),
    ahead: false,
    introduction,
  };
}

function fromExchange(exchange: Exchange): StoryEntry {
  return { kind: 'exchange', id: exchange.id, day: exchange.day, ahead: false, exchange };
}

function fromRequest(request: Request): StoryEntry {
  return { kind: 'request', id: request.id, day: request.askedOn, ahead: false, request };
}

/** By when it began; by when it ended where that alone is known. A day without a year has no place in a story. */
function fromFact(fact: Fact): StoryEntry {
  const day = [fact.from, fact.to].find((date) => date !== undefined && !date.startsWith('--'));
  return { kind: 'fact', id: fact.id, ...(day === undefined ? {} : { day }), ahead: false, fact };
}

function fromNote(note: Note): StoryEntry {
  return { kind: 'note', id: note.id, day: note.day, at: note.at, ahead: false, note };
}
