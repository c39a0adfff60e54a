/** The measures of a whole network at once, by the analysis that the window runs, with the numbers behind them. */
import { setImmediate } from 'node:timers';
import { z } from 'zod';
import { betweenness, normalised } from '../../shared/analysis/betweenness';
import { finish } from '../../shared/analysis/chunked';
import { connectors, type Standing } from '../../shared/analysis/connectors';
import { FeedContact, FeedTie } from '../../shared/analysis/feed';
import { buildGraph, type Graph } from '../../shared/analysis/graph';
import { startAnalysis } from '../../shared/analysis/service';
import {
  type AnalysisView,
  type ClusterFound,
  type ContactWarmth,
  type FromAnalysis,
  ToAnalysis,
} from '../../shared/analysis/service-messages';
import { KithmapError } from '../../shared/errors';
import { isObject, type JsonObject } from '../../shared/json';

export interface Measures {
  /** Who counts, in the order of the lists below. */
  readonly ids: readonly string[];
  readonly graph: Graph;
  readonly clusterOf: ReadonlyMap<string, string>;
  readonly clusters: readonly ClusterFound[];
  readonly modularity: number;
  /** Pairs of others whose shortest way runs through each person, and their share of all pairs. */
  readonly betweenness: Float64Array;
  readonly normalised: Float64Array;
  /** By group, which is the place in `clusters`. */
  readonly connectors: readonly Standing[];
  readonly warmth: ReadonlyMap<string, ContactWarmth>;
}

/** A feed as the host gives it; without its owner where they count like everybody else. */
export function readFeed(messages: readonly JsonObject[], includeMe: boolean): ToAnalysis[] {
  return messages.map((raw) => {
    const message = ToAnalysis.parse(raw);
    if (!includeMe || message.type !== 'load' || message.table !== 'settings') return message;
    return { ...message, rows: message.rows.map((row) => ({ ...row, me: undefined })) };
  });
}

export async function measure(feed: readonly ToAnalysis[], view: AnalysisView): Promise<Measures> {
  const found = await runService(feed, view);
  const rows = (table: string): JsonObject[] =>
    feed.flatMap((message) => (message.type === 'load' && message.table === table ? message.rows : []));
  const me = z.array(z.object({ me: z.string().optional() })).parse(rows('settings'))[0]?.me;
  const ids = z
    .array(FeedContact)
    .parse(rows('contacts'))
    .filter((contact) => contact.archived !== true && contact.noMeasures !== true && contact.id !== me)
    .map(({ id }) => id);
  const graph = graphOf(ids, z.array(FeedTie).parse(rows('ties')), found.strengths, view.guessedFrom);
  const groupOf = new Map(found.clusters.map(({ id }, at) => [id, at]));
  const groups = ids.map((id) => groupOf.get(found.clusterOf.get(id) ?? '') ?? -1);
  const { pairs } = finish(betweenness(graph));
  return {
    ...found,
    ids,
    graph,
    betweenness: pairs,
    normalised: normalised(pairs),
    connectors: connectors(graph, groups, found.clusters.length, pairs),
  };
}

interface Strength {
  readonly strength: number;
  readonly confidence: number;
}

function graphOf(
  ids: readonly string[],
  ties: readonly FeedTie[],
  strengths: ReadonlyMap<string, Strength>,
  guessedFrom: number,
): Graph {
  const indexOf = new Map(ids.map((id, at) => [id, at]));
  const counting = ties.filter(({ a, b }) => indexOf.has(a) && indexOf.has(b));
  return buildGraph(
    ids.length,
    {
      a: counting.map(({ a }) => indexOf.get(a) ?? -1),
      b: counting.map(({ b }) => indexOf.get(b) ?? -1),
      weight: counting.map(({ id }) => strengths.get(id)?.strength ?? 1),
      confidence: counting.map(({ id }) => strengths.get(id)?.confidence ?? 1),
    },
    { guessedFrom },
  );
}

type Found = Pick<Measures, 'clusterOf' | 'clusters' | 'modularity' | 'warmth'> & {
  readonly strengths: ReadonlyMap<string, Strength>;
};

/** Runs the service until it has said all but who connects: that is worked out here, to its last digit. */
function runService(feed: readonly ToAnalysis[], view: AnalysisView): Promise<Found> {
  const warmth = new Map<string, ContactWarmth>();
  const strengths = new Map<string, Strength>();
  const clusterOf = new Map<string, string>();
  let clusters: readonly ClusterFound[] = [];
  let modularity = 0;
  let tell: (message: unknown) => void = () => undefined;
  return new Promise((resolve, reject) => {
    const hear = (message: FromAnalysis): void => {
      if (message.type === 'warmth') for (const one of message.warmth) warmth.set(one.contact, one);
      if (message.type === 'strengths') for (const one of message.strengths) strengths.set(one.tie, one);
      if (message.type === 'failed') reject(new KithmapError('internal', message.message));
      if (message.type === 'clusters') {
        ({ clusters, modularity } = message);
        for (const { contact, cluster } of message.members) {
          if (cluster === null) clusterOf.delete(contact);
          else clusterOf.set(contact, cluster);
        }
      }
      const connecting = message.type === 'progress' && message.job === 'connectors';
      if (!connecting && message.type !== 'settled' && message.type !== 'connectors') return;
      tell({ type: 'stop' });
      resolve({ warmth, strengths, clusterOf, clusters, modularity });
    };
    startAnalysis(
      {
        post: hear,
        onMessage: (receive) => {
          tell = receive;
        },
      },
      {
        soon: (run) => {
          setImmediate(run);
        },
        now: () => performance.now(),
      },
    );
    tell({ type: 'start', view });
    for (const message of feed) tell(message);
  });
}

/** The name that a stored cluster has. */
export function nameOfRow(row: JsonObject): string {
  const { name } = row;
  if (typeof name === 'string') return name;
  return isObject(name) && typeof name['full'] === 'string' ? name['full'] : '';
}
