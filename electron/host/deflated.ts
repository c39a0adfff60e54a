/** Text that waits in memory, in few bytes: what an import brings is the same words again and again. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Packing } from '../../shared/imports/shelf';

export const deflated: Packing = {
  // Copied, since what the library answers with may be the beginning of a much larger piece of memory.
  pack: (text) => new Uint8Array(deflateRawSync(text, { level: 1 })),
  unpack: (bytes) => inflateRawSync(bytes).toString('utf8'),
};
