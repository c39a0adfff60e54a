/**
 * What only the whole network says of a person or a tie: pairs that need them, what falls off without them. Worked out
 * once for each state of the people and ties that count. An edit leaves what was found in place, as what was before it,
 * until the exact values of after it are there; estimates are told only where there is nothing to leave in place.
 */
import { sampledBetweenness } from './betweenness-sample';
import type { BetweennessTeam } from './betweenness-team';
import type { Chunked } from './chunked';
import { connectors, type Standing } from './connectors';
import { type Cuts, cutsOf } from './cuts';
import type { Graph } from './graph';
import type { Grouping } from './service-clusters';
import type { AnalysisView, Connector } from './service-messages';
import type { People } from './service-people';

/** From so many people on, an estimate is shown while the exact values are worked out for the first time. */
const previewFrom = 5_000;

interface Counted {
  /** Of the people and ties it was worked out for (`People.version`). */
  readonly version: number;
  readonly weighted: boolean;
  readonly indexOf: ReadonlyMap<string, number>;
  /** Betweenness per person, unnormalised. */
  readonly pairs: Float64Array;
}

export interface Found extends Counted {
  readonly builds: number;
  readonly graph: Graph;
  readonly cuts: Cuts;
}

export interface Estimated extends Counted {
  /** In pairs: nobody is off by more, but for one time in ten. */
  readonly bound: number;
}

export class Standings {
  readonly #team: BetweennessTeam;
  #found: Found | undefined;
  #estimated: Estimated | undefined;
  #standings: ReadonlyMap<string, Standing> = new Map();
  #clusterIds: readonly string[] = [];

  constructor(team: BetweennessTeam) {
    this.#team = team;
  }

  /** As it was found last, maybe for people and ties that are others by now. */
  get found(): Found | undefined {
    return this.#found;
  }

  /** What stands in for it until it is there. */
  get estimated(): Estimated | undefined {
    return this.#estimated;
  }

  /** Of the clusters by which standings go. */
  get clusterIds(): readonly string[] {
    return this.#clusterIds;
  }

  /** Of those who connect, by contact. */
  standing(contact: string): Standing | undefined {
    return this.#standings.get(contact);
  }

  *update(
    { people, view }: { readonly people: People; readonly view: AnalysisView },
    { groups, clusterIds }: Grouping,
    tell: (found: { exact: boolean; connectors: Connector[] }) => void,
  ): Chunked<void> {
    const { version, builds } = people;
    const graph = people.compact();
    const ids = [...people.ids];
    const indexOf = new Map(people.indexOf);
    const weighted = view.weighted === true;
    const say = (pairs: Float64Array, exact: boolean): void => {
      const found = connectors(graph, groups, clusterIds.length, pairs, ids);
      this.#standings = new Map(found.map((standing) => [ids[standing.person]!, standing]));
      this.#clusterIds = clusterIds;
      tell({ exact, connectors: found.map((standing) => toldOf(standing, ids, clusterIds)) });
    };
    if (this.#found?.version !== version || this.#found.weighted !== weighted) {
      const isBefore = this.#found?.builds === builds && this.#found.weighted === weighted;
      if (graph.size >= previewFrom && !weighted && !isBefore) {
        const { pairs, bound } = yield* sampledBetweenness(graph);
        this.#estimated = { version, weighted, indexOf, pairs, bound };
        say(pairs, false);
      }
      const { pairs } = yield* this.#team.betweenness(graph, { weighted });
      this.#found = { version, builds, weighted, indexOf, graph, pairs, cuts: cutsOf(graph) };
    }
    this.#estimated = undefined;
    say(this.#found.pairs, true);
  }
}

function toldOf(
  { person, ring, pairs, reaches, alone }: Standing,
  ids: readonly string[],
  clusterIds: readonly string[],
): Connector {
  return {
    contact: ids[person]!,
    ring,
    pairs,
    reaches: reaches.map(({ group, people }) => ({ cluster: clusterIds[group]!, people })),
    alone: alone.map((group) => clusterIds[group]!),
  };
}
