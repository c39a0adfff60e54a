/** The measures of a network as a page of text that fits a terminal. */
import type { ConnectorReason } from '../../shared/analysis/questions';
import type { Report } from './analysis-report';
import { counted } from './terminal';

/** Lines of a list; `--json` has all of it. */
const listed = 10;
const nameWidth = 26;
const unrecorded = 'None. Nothing is recorded about who among them knows whom.';

export function analysisInWords(report: Report): string {
  const { scope, clusters, contacts, cooling, gaps } = report;
  const names = new Map([...contacts, ...clusters].map(({ id, name }) => [id, name]));
  const noTies = scope.ties === 0;
  return [
    `As of ${scope.asOf}: ${counted(scope.people, 'person', 'people')}, ${counted(scope.ties, 'tie')} between them.`,
    ...scopeNotes(report),
    ...section(
      'Groups',
      clusters.map(({ name, size, agreement }) => {
        const soft = agreement !== null && agreement < 0.75 ? ', loosely held' : '';
        return `${padded(name)}  ${counted(size, 'person', 'people')}${soft}`;
      }),
      noTies ? unrecorded : 'None.',
    ),
    ...section(
      'Who connects them, as far as you have recorded',
      contacts
        .filter(({ betweenness, reasons }) => (betweenness ?? 0) >= 0.5 && reasons.length > 0)
        .map(({ name, reasons }) => `${padded(name)}  ${reasonsInWords(reasons, names)}`),
      noTies ? unrecorded : 'None.',
    ),
    ...section(
      'Where you know few people',
      gaps.map(
        ({ value, people, known, short, lead }) =>
          `${padded(value)}  ${people} of ${known}, ${short} short${leadWords(lead.map(({ name }) => name))}`,
      ),
      'Nothing that chance would not explain, or too little is known to say.',
    ),
    ...section(
      'Cooling',
      cooling.flatMap(({ id, name, when }) => {
        const own = contacts.find((contact) => contact.id === id);
        if (own === undefined || own.state === 'warm') return [];
        const ends = when === 'quiet' ? 'gone quiet' : `${own.word}, quiet by ${own.quietBy ?? 'no day'}`;
        return [`${padded(name)}  ${ends}; last contact ${own.last ?? 'unknown'}`];
      }),
      'Nobody.',
    ),
    '',
  ].join('\n');
}

function scopeNotes({ scope }: Report): string[] {
  const notes = [
    scope.withMe ? 'You are counted.' : 'You are left out.',
    scope.guessed > 0 ? `${counted(scope.guessed, 'guessed tie')} counted.` : '',
    scope.guessedLeftOut > 0 ? `${counted(scope.guessedLeftOut, 'guessed tie')} left out.` : '',
    scope.pieces > 1 ? `They come in ${scope.pieces} pieces that no tie joins.` : '',
    scope.ties > 0 && scope.isolates > 0
      ? `Of ${counted(scope.isolates, 'person', 'people')} no tie is recorded.`
      : '',
  ];
  return [notes.filter((note) => note !== '').join(' ')];
}

function section(title: string, lines: readonly string[], nothing: string): string[] {
  const shown = lines.length === 0 ? [nothing] : lines.slice(0, listed);
  const more = lines.length > listed ? [`... and ${lines.length - listed} more`] : [];
  return ['', title, ...[...shown, ...more].map((line) => `  ${line}`)];
}

function padded(name: string): string {
  const letters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  return letters.length > nameWidth
    ? `${letters.slice(0, nameWidth - 1).join('')}…`
    : name + ' '.repeat(nameWidth - letters.length);
}

function reasonsInWords(reasons: readonly ConnectorReason[], names: ReadonlyMap<string, string>): string {
  const words = reasons.flatMap((reason) => {
    switch (reason.kind) {
      case 'pairs':
        return reason.pairs === 0 ? [] : [`${counted(reason.pairs, 'pair')} through them`];
      case 'alone':
        return reason.clusters.length === 0
          ? []
          : [`alone into ${reason.clusters.map((id) => names.get(id) ?? 'a group').join(', ')}`];
      case 'fallsOff':
        return [`${counted(reason.people, 'person', 'people')} cut off without them`];
      case 'reaches':
        return [];
    }
  });
  return words.join('; ');
}

function leadWords(names: readonly string[]): string {
  return names.length === 0 ? '' : `; could lead there: ${names.slice(0, 3).join(', ')}`;
}
