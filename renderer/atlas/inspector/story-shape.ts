/** What a form of the story is made of. */
import type { JsonObject } from '../../../shared/json';
import type { Faults } from '../../../shared/story/entering';

export interface StoryField {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'line' | 'day' | 'yes' | 'choice' | 'person';
  /** Of a choice: value -> what it is called. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Of a person: who cannot be chosen. */
  readonly without?: readonly string[];
}

/** What was typed; a switch that is on holds `yes`. */
export type Entered = Readonly<Record<string, string>>;

export interface Shape {
  readonly label: string;
  readonly fields: readonly StoryField[];
  readonly values: Entered;
  readonly check: (entered: Entered) => Faults;
  readonly command: string;
  readonly argsOf: (entered: Entered) => JsonObject;
}

/** Who is written about, and on which day. */
export interface About {
  readonly contact: string;
  readonly name: string;
  readonly me: string | undefined;
  readonly today: string;
}
