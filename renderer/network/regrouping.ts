/**
 * Says when the user's own edits have led to groups being found anew: those who moved did not do so by themselves. What
 * follows an import, the first look at a network or the replay of a day is no news to anybody.
 */
import type { FromAnalysis } from '../../shared/analysis/service-messages';
import type { HostEvent } from '../../shared/contract';
import { many } from '../../shared/words';
import type { Session } from './session';

type Found = Pick<Extract<FromAnalysis, { type: 'clusters' }>, 'regrouped' | 'clusters' | 'members'>;

export class Regrouping {
  readonly #session: Session;
  /** Edits of ties by this window since groups were last found anew; undefined until they are found at all. */
  #edits: number | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The network is read anew. */
  reset(): void {
    this.#edits = undefined;
  }

  /** All that was there has been worked out: edits count from now on. */
  settled(): void {
    this.#edits ??= 0;
  }

  follow(event: HostEvent): void {
    if (event.type !== 'edit' || !event.patches.some(({ table }) => table === 'ties')) return;
    // An import or its undo: what it leads to is no surprise, and what came before it is lost in it.
    if (event.batch !== undefined) this.reset();
    else if (event.client === this.#session.hello.client && this.#edits !== undefined) this.#edits++;
  }

  /** To be told of groups before they are kept. */
  heard({ regrouped, clusters, members }: Found): void {
    const { analysis, navigation, replica, toasts } = this.#session;
    const edits = this.#edits ?? 0;
    if (!regrouped || edits === 0 || analysis.past.getState().day !== undefined) return;
    const moved = members.some(({ contact, cluster }) => {
      const before = replica.network.get('positions', contact)?.cluster;
      return before !== undefined && before !== cluster;
    });
    if (!moved) return;
    this.#edits = 0;
    const standing = replica.list('clusters');
    const found = new Set(clusters.map(({ id }) => id));
    const kept = standing.filter(({ id }) => found.has(id)).length;
    toasts.say(
      `The groups were found anew after ${many(edits, 'change', 'changes')} to ties; ${namesWords(kept, standing.length)}.`,
      { action: { label: 'See the groups', perform: () => navigation.go('insights', 'clusters') } },
    );
  }
}

function namesWords(kept: number, all: number): string {
  if (kept === all) return 'names were carried over';
  return kept === 0
    ? 'none of the names fits any more'
    : `${kept.toLocaleString('en')} of ${all.toLocaleString('en')} names were carried over`;
}
