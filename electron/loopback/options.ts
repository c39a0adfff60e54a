/** What the loopback entry is told on its command line. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { firstIssue } from '../../shared/contract-parsing';
import { KithmapError } from '../../shared/errors';

const Options = z.object({
  data: z.string().min(1, 'names a folder').optional(),
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  sample: z.boolean().default(false),
  renderer: z.string().min(1).optional(),
});

export interface LoopbackEntryOptions {
  readonly data: string | undefined;
  readonly port: number;
  readonly sample: boolean;
  /** The folder of the built page, where it is not the usual one. */
  readonly renderer: string | undefined;
}

/** @throws KithmapError `bad-argument` */
export function readLoopbackOptions(args: readonly string[]): LoopbackEntryOptions {
  const parsed = Options.safeParse(flagsOf(args));
  if (!parsed.success) throw new KithmapError('bad-argument', `--${firstIssue(parsed.error)}.`);
  const { data, port, sample, renderer } = parsed.data;
  return { data, port, sample, renderer };
}

function flagsOf(args: readonly string[]): unknown {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        // This entry opens nothing by itself: whoever starts it reads the address and does.
        'no-open': { type: 'boolean' },
        sample: { type: 'boolean' },
        renderer: { type: 'string' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new KithmapError('bad-argument', reason === '' ? 'These options cannot be read.' : reason);
  }
}
