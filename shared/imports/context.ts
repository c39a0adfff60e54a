/** What a plan is made of besides the network and the records. */
import { type FormatName, listsTies } from '../formats/record';
import type { MyAddress } from '../model/entities';
import type { IsForgotten } from '../forgetting/left-out';
import type { Day, Moment } from '../time';
import type { Packing } from './shelf';

/** One file of an import, as the person knows it. */
export interface ImportFile {
  readonly name: string;
  readonly format: FormatName;
}

/** A file with its place among the import's files. */
export interface PlannedFile extends ImportFile {
  readonly at: number;
  /** Files with one namespace mean the same person by the same identifier. */
  readonly namespace: string;
  /** People are found by their exact name: lists of ties have nothing else. */
  readonly byName: boolean;
}

export interface PlanContext {
  readonly now: Moment;
  readonly today: Day;
  readonly newId: () => string;
  /** The id of the batch to be. */
  readonly batch: string;
  /** How ties listed in a file count: said by the user, or guesses. Relations of cards are guesses in any case. */
  readonly tiesAre: 'known' | 'inferred';
  /** Whom and what the import leaves out because it was forgotten for good. */
  readonly forgotten?: {
    readonly isForgotten: IsForgotten;
    /** Mails dated before this day. */
    readonly mailBefore: Day | undefined;
  };
  /** Addresses that count as mine in this plan, besides those that are known: for a trial run. */
  readonly mine?: readonly Pick<MyAddress, 'kind' | 'value'>[];
  /** How what waits becomes bytes. */
  readonly packing?: Packing;
  /** The user was asked which addresses are theirs and said: none of these. */
  readonly noneMine?: boolean;
}

export function plannedFiles(files: readonly ImportFile[]): PlannedFile[] {
  return files.map((file, at) => {
    const namespace = file.format === 'edges' ? 'edges' : `file ${at}`;
    return { ...file, at, namespace, byName: listsTies(file.format) };
  });
}
