/**
 * The network in another form, as a stream of texts. Confidential texts have one way into it: asked for by name, and into
 * its own JSON alone. It is written in whole
 * while nothing changes, so that it never tells of a tie to somebody who is no longer there, and then handed out.
 */
import { setImmediate } from 'node:timers/promises';
import type { Result } from '../../shared/contract';
import type { Parsed } from '../../shared/contract-parsing';
import { KithmapError } from '../../shared/errors';
import { chosenOf, type ExportChoice } from '../../shared/formats/export-choice';
import { isCalendar } from '../../shared/formats/export-formats';
import { writeCsv } from '../../shared/formats/write-csv';
import { writeDatesCalendar } from '../../shared/formats/write-dates-calendar';
import { writeCytoscape } from '../../shared/formats/write-cytoscape';
import { writeGexf } from '../../shared/formats/write-gexf';
import { writeGoogleCsv } from '../../shared/formats/write-google-csv';
import { writeGraphML } from '../../shared/formats/write-graphml';
import { type CalendarTime, writeDueCalendar, writeWeekCalendar } from '../../shared/formats/write-icalendar';
import { writeHtmlAtlas } from '../../shared/formats/write-html-atlas';
import { type Reveal, writeJson } from '../../shared/formats/write-json';
import { writeMarkdown } from '../../shared/formats/write-markdown';
import { writeVCards } from '../../shared/formats/write-vcard';
import type { Network, OpenNetwork } from '../../shared/model/network';
import { type Piece, sliceLimits, Streams } from './streams';

type Format = Parsed<'export'>['format'];

/** What is asked for, and what calendars are made of beside the network. */
export interface ExportAsked extends CalendarTime {
  /** The contacts on the week's list; other formats need none. */
  readonly list: readonly string[];
  readonly choice: ExportChoice;
  /** The confidential texts of what goes out are in it. */
  readonly confidential: boolean;
}

interface Around extends ExportAsked {
  /** There where confidential texts are asked for. */
  readonly reveal: Reveal | undefined;
  /** New for each file. */
  readonly nonce: string;
}

/** A file in pieces, some of them empty, and what was found wanting. */
type Written = Generator<string, readonly string[]>;

const writers: { readonly [F in Format]: (network: OpenNetwork, asked: Around) => Written } = {
  json: (network, { reveal }) => withoutFindings(writeJson(network, reveal)),
  vcard: (network) => withoutFindings(writeVCards(network)),
  'vcard-3': (network) => withoutFindings(writeVCards(network, '3.0')),
  csv: (network) => withoutFindings(writeCsv(network)),
  'csv-google': (network) => withoutFindings(writeGoogleCsv(network)),
  graphml: (network) => withoutFindings(writeGraphML(network)),
  gexf: (network) => withoutFindings(writeGexf(network)),
  cytoscape: (network) => withoutFindings(writeCytoscape(network)),
  markdown: (network) => withoutFindings(writeMarkdown(network)),
  html: writeHtmlAtlas,
  ics: writeDueCalendar,
  'ics-dates': writeDatesCalendar,
  'ics-weekly': (network, asked) => writeWeekCalendar(network, asked, asked.list),
};

function* withoutFindings(pieces: Iterable<string>): Written {
  yield* pieces;
  return [];
}

/**
 * What goes out, a piece at a time: each is a few milliseconds of work at most.
 * @param nonce new for each file
 */
export function exportSteps(network: Network, format: Format, asked: ExportAsked, nonce: string): Written {
  const { people, guessed } = asked.choice;
  const chosen = chosenOf(network, isCalendar(format) ? { people, guessed } : asked.choice);
  const reveal = asked.confidential ? (id: string) => network.get('confidential', id)?.text : undefined;
  return writers[format](chosen, { ...asked, reveal, nonce });
}

export class Exports {
  readonly #streams: Streams<string, readonly string[]>;
  readonly #newId: () => string;
  readonly #elapsed: () => number;

  constructor(newId: () => string, elapsed: () => number) {
    this.#streams = new Streams(newId, elapsed);
    this.#newId = newId;
    this.#elapsed = elapsed;
  }

  /** @throws KithmapError `bad-argument` where confidential texts are asked for in a form that others read */
  async open(network: Network, format: Format, asked: ExportAsked): Promise<string> {
    if (asked.confidential && format !== 'json') {
      throw new KithmapError(
        'bad-argument',
        'Confidential texts go out in Kithmap’s own JSON alone. Choose that, or leave them out.',
      );
    }
    const pieces: Piece<string>[] = [];
    let begin = this.#elapsed();
    const written = exportSteps(network, format, asked, this.#newId());
    let next = written.next();
    for (; next.done !== true; next = written.next()) {
      const item = next.value;
      if (item !== '') pieces.push({ item, weight: item.length });
      if (this.#elapsed() - begin < sliceLimits.work) continue;
      await setImmediate();
      begin = this.#elapsed();
    }
    return this.#streams.open(next.value, pieces);
  }

  next(id: string): Result<'export'> {
    const { stream, head, items, done } = this.#streams.next(id);
    return { stream, text: items.join(''), done, findings: [...head] };
  }

  clear(): void {
    this.#streams.clear();
  }
}
