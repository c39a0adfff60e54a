/** `kithmap analyze`: who connects groups, which groups there are, whose tie is cooling, as of a day. */
import { defaultGuessedFrom } from '../../shared/analysis/graph';
import type { JsonObject } from '../../shared/json';
import type { Host } from '../../shared/contract';
import { measure, type Measures, nameOfRow, readFeed } from './measure';
import { rowsOf, type Session, withHost } from './session';
import { type CommonOptions, counted, type Exit, exits, json, type Terminal } from './terminal';

export interface AnalyzeOptions extends CommonOptions {
  readonly ties?: 'known' | 'all';
  readonly me?: 'include' | 'exclude';
}

/** Lines of a list on the terminal; `--json` has all of it. */
const listed = 10;

export function analyze(terminal: Terminal, options: AnalyzeOptions): Promise<Exit> {
  return withHost(terminal, options, async (session) => {
    const { host, today, terminal: screen } = session;
    const rows = await rowsOf(host, 'contacts', 'clusters');
    const guessedFrom = options.ties === 'known' ? 2 : options.ties === 'all' ? 0 : defaultGuessedFrom;
    const feed = readFeed(await feedOf(host), options.me === 'include');
    screen.progress('Measuring');
    const measures = await measure(feed, { asOf: today, guessedFrom, layout: false });
    screen.progress('');
    const report = reportOf(session, measures, rows);
    screen.out(options.json === true ? json(report) : inWords(report));
    return exits.done;
  });
}

async function feedOf(host: Host): Promise<JsonObject[]> {
  const messages: JsonObject[] = [];
  let stream: string | undefined;
  for (;;) {
    const slice = await host.call('feed', { stream });
    messages.push(...slice.messages);
    if (slice.done) return messages;
    stream = slice.stream;
  }
}

type Report = ReturnType<typeof reportOf>;

function reportOf({ today }: Session, measures: Measures, rows: ReadonlyMap<string, readonly JsonObject[]>) {
  const named = (table: string): Map<string, string> =>
    new Map((rows.get(table) ?? []).map((row) => [String(row['id']), nameOfRow(row)]));
  const people = named('contacts');
  const stored = named('clusters');
  const { ids, graph, clusters, clusterOf } = measures;
  const name = (id: string): string => people.get(id) ?? '';
  const ties = (person: number): number => (graph.offsets[person + 1] ?? 0) - (graph.offsets[person] ?? 0);

  const membersOf = new Map<string, number[]>();
  for (const [person, id] of ids.entries()) {
    const cluster = clusterOf.get(id);
    if (cluster === undefined) continue;
    const members = membersOf.get(cluster);
    if (members === undefined) membersOf.set(cluster, [person]);
    else members.push(person);
  }
  const clusterNames = new Map(
    clusters.map((cluster) => {
      const [best] = (membersOf.get(cluster.id) ?? []).toSorted((a, b) => ties(b) - ties(a));
      const around = best === undefined ? '' : `around ${name(ids[best] ?? '')}`;
      return [cluster.id, stored.get(cluster.id) ?? cluster.name ?? around];
    }),
  );
  const clusterName = (id: string): string => clusterNames.get(id) ?? '';

  return {
    at: today,
    counts: { people: ids.length, ties: graph.neighbours.length / 2, clusters: clusters.length },
    modularity: measures.modularity,
    clusters: clusters
      .map(({ id, basis, people: size }) => ({ id, name: clusterName(id), size, basis }))
      .sort((a, b) => b.size - a.size),
    connectors: measures.connectors.map((standing) => {
      const id = ids[standing.person] ?? '';
      const alone = standing.alone.map((group) => clusters[group]?.id ?? '');
      return {
        id,
        name: name(id),
        ring: standing.ring,
        betweenness: measures.betweenness[standing.person] ?? 0,
        normalised: measures.normalised[standing.person] ?? 0,
        reaches: standing.reaches.map(({ group, people: known }) => ({
          cluster: clusters[group]?.id ?? '',
          people: known,
        })),
        alone,
        why: whySentence(
          name(id),
          standing.pairs,
          alone.map(clusterName),
          clusterName(clusterOf.get(id) ?? ''),
        ),
      };
    }),
    cooling: [...measures.warmth.values()]
      .filter(({ contact, state }) => people.has(contact) && (state === 'cooling' || state === 'cold'))
      .sort((a, b) => (b.order ?? -Infinity) - (a.order ?? -Infinity))
      .map(({ contact, state, word, last, silence, days, quietBy }) => ({
        id: contact,
        name: name(contact),
        state,
        word,
        last,
        silence,
        days,
        quietBy,
      })),
    people: ids.map((id, person) => ({
      id,
      name: name(id),
      cluster: clusterOf.get(id) ?? null,
      ties: ties(person),
      betweenness: measures.betweenness[person] ?? 0,
      normalised: measures.normalised[person] ?? 0,
      warmth: measures.warmth.get(id)?.state ?? 'unknown',
    })),
  };
}

function whySentence(name: string, pairs: number, alone: readonly string[], own: string): string {
  const through = `${counted(pairs, 'pair')} of your contacts ${pairs === 1 ? 'has its' : 'have their'} shortest way through ${name}`;
  if (alone.length === 0) return `${through}.`;
  const groups = alone.length === 1 ? `"${alone[0] ?? ''}"` : counted(alone.length, 'other group');
  return `${through}; nobody else in "${own}" knows anyone in ${groups}.`;
}

function inWords(report: Report): string {
  const { counts, clusters, connectors, cooling } = report;
  const lines = [
    `As of ${report.at}: ${counted(counts.people, 'person', 'people')}, ${counted(counts.ties, 'tie')} between them.`,
  ];
  const section = (title: string, all: readonly string[], nothing: string): void => {
    lines.push(
      '',
      title,
      ...(all.length === 0 ? [`  ${nothing}`] : all.slice(0, listed).map((line) => `  ${line}`)),
    );
    if (all.length > listed) lines.push(`  ... and ${all.length - listed} more`);
  };
  const unrecorded = 'None. Nothing is recorded about who among them knows whom.';
  section(
    'Groups',
    clusters.map(({ name, size }) => `${name}: ${counted(size, 'person', 'people')}`),
    counts.ties === 0 ? unrecorded : 'None.',
  );
  section(
    'Who connects them, as far as you have recorded',
    connectors.filter(({ ring }, at) => ring || at < 3).map(({ why }) => why),
    counts.ties === 0 ? unrecorded : 'None.',
  );
  section(
    'Cooling',
    cooling.map(({ name, word, last }) => `${name}: ${word}, last contact ${last ?? 'unknown'}`),
    'Nobody.',
  );
  return `${lines.join('\n')}\n`;
}
