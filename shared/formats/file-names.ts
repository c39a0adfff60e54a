/** Names of people as names of files that every system takes, each once. */

/** What some system or some program of notes does not take in a name; marks that turn the order of letters with it. */
const refused = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}/\\:*?"<>|#^[\]%`]/gu;
/** Names of devices: Windows takes none of them, whatever ending follows. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/iu;
/** Bytes of UTF-8; systems take 255, and an ending and a number follow. */
const longest = 180;

/** A name that is no path, no device, not hidden, and not too long; `nameless` where nothing is left of it. */
export function fileNameOf(name: string, nameless: string): string {
  const plain = shortened(name.normalize('NFC').replace(refused, ' ').replace(/\s+/gu, ' ')).replace(
    /^[.\s]+|[.\s]+$/gu,
    '',
  );
  const safe = plain === '' ? nameless : plain;
  const stem = safe.split('.')[0]?.trim() ?? '';
  return devices.test(stem) ? `${safe} (name)` : safe;
}

function shortened(name: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(name).length <= longest) return name;
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)) {
    bytes += encoder.encode(segment).length;
    if (bytes > longest) break;
    kept += segment;
  }
  return kept;
}

/** Gives each name once; systems that tell no case apart have no two of them. */
export class FileNames {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  /** @param name from `fileNameOf` */
  take(name: string): string {
    const key = folded(name);
    for (let count = this.#next.get(key) ?? 1; ; count++) {
      const one = count === 1 ? name : `${name} ${count}`;
      if (this.#taken.has(folded(one))) continue;
      this.#taken.add(folded(one));
      this.#next.set(key, count + 1);
      return one;
    }
  }
}

/** Some systems store letters apart from their marks, and hold what looks alike to them for the same. */
function folded(name: string): string {
  return name.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKC');
}
