/** What a file is, by what stands in it and never by its name. */
import { linkedInHeader } from './linkedin';
import type { FormatName } from './record';
import { TextLines } from './text';

/** How many bytes of a file are looked at. */
export const recognisedBytes = 64 * 1024;

/** A format, or a sentence that says why there is none; the file's name goes in front of it. */
export type Recognition = { readonly format: FormatName } | { readonly reason: string };

/** @param head the first 64 KB of the file, or all of it where it is shorter. */
export function recognise(head: Uint8Array): Recognition {
  const lines = new TextLines();
  const texts = [...lines.push(head), ...lines.end()].map((line) => line.text);
  if (texts.some((text) => linkedInHeader(text) !== undefined)) return { format: 'linkedin' };
  return { reason: `is in no format that Kithmap reads. ${understood}` };
}

const understood = 'It reads LinkedIn’s Connections.csv.';
