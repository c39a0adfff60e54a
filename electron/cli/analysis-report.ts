/** The measures of a network as `kithmap analyze --json` answers them. */
import type { PersonMeasures } from '../../shared/analysis/questions';
import { isObject, type JsonObject } from '../../shared/json';
import type { Measured } from './measure';

export type Report = ReturnType<typeof reportOf>;
type Names = ReadonlyMap<string, string>;

export function reportOf(measured: Measured, people: Names, storedNames: Names) {
  const { warmth, clusterOf } = measured;
  const { people: counted, ties: tieCount, ...rest } = measured.answer('summary');
  const { list } = measured.answer('connectors');
  const clusters = measured.answer('clusters');
  const name = (id: string): string => people.get(id) ?? '';
  const clusterNames = namesOfClusters(measured, list, name, storedNames);
  const membersOf = new Map<string, string[]>();
  for (const { contact } of list) {
    const cluster = clusterOf.get(contact);
    if (cluster !== undefined) membersOf.set(cluster, [...(membersOf.get(cluster) ?? []), contact]);
  }
  const ties = measured.answer('ties').list;
  const { fit, list: cooling } = measured.answer('cooling');
  const diversity = measured.answer('diversity').attributes;
  return {
    scope: {
      people: counted,
      ties: tieCount,
      withMe: rest.withMe,
      guessed: rest.guessed,
      guessedLeftOut: rest.guessedLeftOut,
      asOf: rest.asOf,
      pieces: rest.pieces,
      largestPiece: rest.largestPiece,
      isolates: rest.isolates,
    },
    contacts: list.map(({ contact, reasons, ...measures }) => {
      const own = warmth.get(contact);
      const unknown = own === undefined || own.state === 'unknown';
      return {
        id: contact,
        name: name(contact),
        degree: measures.degree,
        betweenness: measures.betweenness,
        betweennessNormalized: measures.betweennessNormalized,
        constraint: measures.constraint,
        effectiveSize: measures.effectiveSize,
        efficiency: measures.efficiency,
        participation: measures.participation,
        cluster: measures.cluster,
        cutPerson: measures.cutPerson,
        warmth: unknown ? null : own.shown,
        state: own?.state ?? 'unknown',
        word: own?.word ?? 'unknown',
        last: own?.last ?? null,
        quietBy: own?.quietBy ?? null,
        rhythm: own?.rhythm ?? null,
        reasons,
      };
    }),
    ties,
    clusters: clusters.list
      .map(({ id, people: size, ...rest }) => {
        const members = membersOf.get(id) ?? [];
        return { id, name: clusterNames.get(id) ?? '', size, members, ...rest };
      })
      .sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1)),
    modularity: clusters.modularity,
    clear: clusters.clear,
    gaps: diversity.flatMap(({ attribute, gaps }) =>
      gaps.kind === 'counted'
        ? gaps.list.map(({ lead, ...gap }) => ({
            attribute,
            ...gap,
            lead: lead.map(({ contact, reasons }) => ({ id: contact, name: name(contact), reasons })),
          }))
        : [],
    ),
    diversity: diversity.map(({ attribute, known, people: of, evenness, mixing, values }) => ({
      attribute,
      known,
      people: of,
      evenness,
      mixing,
      values,
    })),
    cutTies: ties.filter(({ bridge }) => bridge).map(({ a, b, fallsOff }) => ({ a, b, fallsOff })),
    cooling: cooling.map(({ contact, ...rest }) => ({ id: contact, name: name(contact), ...rest })),
    fit,
  };
}

/** The name that a cluster was given, else the one to propose, else that of whom its members know best. */
function namesOfClusters(
  { clusters, clusterOf }: Measured,
  people: readonly PersonMeasures[],
  name: (id: string) => string,
  stored: Names,
): Names {
  const middle = new Map<string, PersonMeasures>();
  for (const person of people) {
    const cluster = clusterOf.get(person.contact);
    if (cluster === undefined) continue;
    const best = middle.get(cluster);
    if (best === undefined || best.degree < person.degree) middle.set(cluster, person);
  }
  return new Map(
    clusters.map(({ id, name: proposed }) => {
      const around = middle.get(id);
      return [
        id,
        stored.get(id) ?? proposed ?? (around === undefined ? '' : `around ${name(around.contact)}`),
      ];
    }),
  );
}

export function namesOf(rows: readonly JsonObject[] = []): Names {
  return new Map(
    rows.map((row) => {
      const { id, name } = row;
      const full = isObject(name) ? name['full'] : name;
      return [String(id), typeof full === 'string' ? full : ''];
    }),
  );
}
