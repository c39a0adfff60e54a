/** All introductions by how far they are: a column for each stage, with what is stuck first; what ended apart. */
import type { OpenNetwork } from '../model/network';
import type { Introduction } from '../model/entities';
import type { Stage } from '../model/entities/introduction';
import type { Day } from '../time';
import { standsSince } from './sides';
import { isOnTheWay, stageNames } from './stages';
import { type Stuck, stuckOf } from './stuck';

export interface Carded {
  readonly introduction: Introduction;
  readonly since: Day | undefined;
  readonly stuck: Stuck | undefined;
}

export interface Column {
  readonly title: string;
  readonly stages: readonly Stage[];
  readonly cards: readonly Carded[];
}

export interface Board {
  /** Idea to outcome and thanks, also those that are empty. */
  readonly columns: readonly Column[];
  /** Declined, not now, withdrawn. */
  readonly ended: readonly Carded[];
}

const columns: readonly (readonly [title: string, stages: readonly Stage[]])[] = [
  [stageNames.idea, ['idea']],
  [stageNames.asked, ['asked']],
  [stageNames.agreed, ['agreed']],
  [stageNames.introduced, ['introduced']],
  [stageNames.met, ['met']],
  ['Outcome and thanks', ['outcome', 'thanked']],
];

export function boardOf(network: OpenNetwork, today: Day): Board {
  return boardFrom(network.all('introductions'), today, network.get('settings', 'settings')?.me);
}

/** For whoever has them at hand. */
export function boardFrom(introductions: Iterable<Introduction>, today: Day, me: string | undefined): Board {
  const byStage = new Map<Stage, Carded[]>();
  const ended: Carded[] = [];
  for (const introduction of introductions) {
    const card = {
      introduction,
      since: standsSince(introduction),
      stuck: stuckOf(introduction, today, me),
    };
    if (!isOnTheWay(introduction.stage)) ended.push(card);
    else {
      const cards = byStage.get(introduction.stage);
      if (cards === undefined) byStage.set(introduction.stage, [card]);
      else cards.push(card);
    }
  }
  return {
    columns: columns.map(([title, stages]) => ({
      title,
      stages,
      cards: stages.flatMap((stage) => (byStage.get(stage) ?? []).sort(stuckFirst)),
    })),
    ended: ended.sort(newestFirst),
  };
}

/** Of the same introduction as it was, on a day that says the same of it. */
export function isSameCard(a: Carded, b: Carded): boolean {
  return a.introduction === b.introduction && a.since === b.since && a.stuck?.days === b.stuck?.days;
}

/** What is stuck, the longest first; then the newest. */
function stuckFirst(a: Carded, b: Carded): number {
  return (b.stuck?.days ?? -1) - (a.stuck?.days ?? -1) || newestFirst(a, b);
}

function newestFirst(a: Carded, b: Carded): number {
  const [x, y] = [a.since ?? '', b.since ?? ''];
  if (x !== y) return x > y ? -1 : 1;
  return a.introduction.id < b.introduction.id ? -1 : 1;
}
