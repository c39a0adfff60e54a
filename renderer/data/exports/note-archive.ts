/** Notes as one archive (.zip): the one place that knows how it is packed. Packing goes in turns. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { z } from 'zod';
import { turns } from '../../network/turns';

const NoteLine = z.object({ path: z.string(), text: z.string() });

/** Packs files, each a line of JSON, as their lines come. */
export class NoteArchive {
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  readonly #zip: Zip;
  readonly #turn = turns();
  #rest = '';

  constructor() {
    this.#zip = new Zip((error, part) => {
      if (error !== null) throw error;
      this.#parts.push(new Uint8Array(part));
    });
  }

  /** @param text of any length; a line may be cut */
  async add(text: string): Promise<void> {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      await this.#turn.next();
      const { path, text: note } = NoteLine.parse(JSON.parse(line));
      const file = new ZipDeflate(path, { level: 6 });
      this.#zip.add(file);
      file.push(strToU8(note), true);
    }
  }

  end(): Uint8Array<ArrayBuffer>[] {
    this.#zip.end();
    return this.#parts;
  }
}
