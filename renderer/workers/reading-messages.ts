/** What the page and the thread that reads files say to each other; one thread reads one file. */
import { z } from 'zod';
import { errorCodes } from '../../shared/errors';
import type { FileQuestion } from '../../shared/formats/question';
import type { ReadHow } from '../../shared/formats/read-how';
import { formatNames, type ImportItem } from '../../shared/formats/record';

export type ToReading =
  | { readonly type: 'recognise'; readonly file: File; readonly asTable: boolean }
  | {
      readonly type: 'read';
      readonly file: File;
      readonly today: string;
      readonly zone: string;
      readonly how?: ReadHow | undefined;
    }
  /** The last piece was taken. */
  | { readonly type: 'taken' };

export type FromReading =
  | {
      readonly type: 'known';
      /** The file itself, or those in it where it is an archive. */
      readonly files: readonly { readonly file: File; readonly format: (typeof formatNames)[number] }[];
      readonly leftOut?: string | undefined;
      /** What a person must say first. */
      readonly question?: FileQuestion | undefined;
    }
  | { readonly type: 'items'; readonly items: readonly ImportItem[]; readonly bytes: number }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly code: (typeof errorCodes)[number]; readonly message: string };

/** The shape of a message; items are the readers' own and are parsed by the host. */
export const FromReadingShape = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('known'),
    files: z.array(z.object({ file: z.instanceof(File), format: z.enum(formatNames) })),
    leftOut: z.string().optional(),
    question: z.custom<FileQuestion>().optional(),
  }),
  z.object({ type: z.literal('items'), bytes: z.number(), items: z.array(z.custom<ImportItem>()) }),
  z.object({ type: z.literal('done') }),
  z.object({ type: z.literal('failed'), code: z.enum(errorCodes), message: z.string() }),
]) satisfies z.ZodType<FromReading>;
