/** `kithmap duplicates`: who may be in the network twice, and why. */
import { type DuplicatePair, type DuplicatesAnswer, mostPairs } from '../../shared/duplicates/answers';
import { withHost } from './session';
import { type CommonOptions, counted, type Exit, exits, json, type Terminal } from './terminal';

export interface DuplicatesOptions extends CommonOptions {
  readonly limit?: number;
}

export function duplicates(terminal: Terminal, options: DuplicatesOptions): Promise<Exit> {
  return withHost(terminal, options, async ({ host, today, terminal: screen }) => {
    const limit = Math.min(mostPairs, options.limit ?? 50);
    const answer = await host.call('duplicates', { limit, day: today });
    screen.out(options.json === true ? json(answer) : inWords(answer));
    return answer.total === 0 ? exits.done : exits.findings;
  });
}

function inWords({ pairs, total, certain, putOff }: DuplicatesAnswer): string {
  const later = putOff === 0 ? [] : [`${counted(putOff, 'pair')} put off until later`];
  if (total === 0) return `${['Nobody seems to be in your network twice.', ...later].join('\n')}\n`;
  const head = `${counted(total, 'pair')} may be one person, ${certain} of them for certain.`;
  const rest = total > pairs.length ? [`and ${total - pairs.length} more; --limit shows them`] : [];
  return `${[head, ...pairs.map(oneInWords), ...rest, ...later].join('\n\n')}\n`;
}

function oneInWords({ a, b, probability, certain, reasons }: DuplicatePair): string {
  const share = certain ? 'certain' : `${Math.round(100 * probability)} %`;
  return [
    `${a.name} @{${a.id}} and ${b.name} @{${b.id}}: ${share}`,
    ...reasons.map(({ text, speaks }) => `  ${speaks === 'for' ? '+' : '-'} ${text}`),
  ].join('\n');
}
