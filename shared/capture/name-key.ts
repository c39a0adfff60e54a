/** When two written names are one. */
import { fold } from '../search/fold';

/** Names compare without case, accents, commas, full stops and kinds of apostrophe. */
export function nameKey(name: string): string {
  // Most names are plain, and folding is what costs.
  const folded = /^[\0-\x7f]*$/.test(name) ? name.toLowerCase() : fold(name);
  return folded
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[\s,.]+/gu, ' ')
    .trim();
}
