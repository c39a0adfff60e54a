/** `kithmap analyze`: who connects groups, which groups there are, whose tie is cooling, as of a day. */
import { defaultGuessedFrom } from '../../shared/analysis/graph';
import { analysisInWords } from './analysis-in-words';
import { namesOf, reportOf } from './analysis-report';
import { measure } from './measure';
import { rowsOf, withHost } from './session';
import { type CommonOptions, type Exit, exits, json, type Terminal } from './terminal';

export interface AnalyzeOptions extends CommonOptions {
  readonly withMe?: boolean;
  readonly knownOnly?: boolean;
  readonly allGuesses?: boolean;
  readonly weighted?: boolean;
  readonly resolution?: number;
  readonly seed?: number;
}

export function analyze(terminal: Terminal, options: AnalyzeOptions): Promise<Exit> {
  return withHost(terminal, options, async ({ host, today, terminal: screen }) => {
    const rows = await rowsOf(host, 'contacts', 'clusters');
    screen.progress('Measuring');
    const measured = await measure(
      host,
      {
        asOf: today,
        guessedFrom: options.knownOnly === true ? 2 : options.allGuesses === true ? 0 : defaultGuessedFrom,
        layout: false,
        withMe: options.withMe,
        weighted: options.weighted,
        resolution: options.resolution,
        seed: options.seed,
      },
      [
        { kind: 'summary' },
        { kind: 'connectors', most: 1_000_000 },
        { kind: 'ties' },
        { kind: 'clusters' },
        { kind: 'cooling' },
        { kind: 'diversity', scope: { kind: 'everyone' } },
      ],
    );
    screen.progress('');
    const report = reportOf(measured, namesOf(rows.get('contacts')), namesOf(rows.get('clusters')));
    screen.out(options.json === true ? json(report) : analysisInWords(report));
    return exits.done;
  });
}
