/** `kithmap suggest`: whom to bring together this week, and why. */
import { mostSuggestions, type Suggestion, type SuggestionsAnswer } from '../../shared/suggestions/answers';
import { withHost } from './session';
import { type CommonOptions, type Exit, exits, json, type Terminal } from './terminal';

export interface SuggestOptions extends CommonOptions {
  readonly limit?: number;
}

export function suggest(terminal: Terminal, options: SuggestOptions): Promise<Exit> {
  return withHost(terminal, options, async ({ host, today, terminal: screen }) => {
    const limit = Math.min(mostSuggestions, options.limit ?? 10);
    const answer = await host.call('suggestions', { limit, day: today });
    screen.out(options.json === true ? json(answer) : inWords(answer));
    return exits.done;
  });
}

function inWords({ suggestions, none }: SuggestionsAnswer): string {
  if (none !== null) return `${none}\n`;
  return `${suggestions.map(oneInWords).join('\n\n')}\n`;
}

function oneInWords({ a, b, parts }: Suggestion): string {
  return [`${a.name} and ${b.name}`, ...parts.map(({ text }) => `  ${text}`)].join('\n');
}
