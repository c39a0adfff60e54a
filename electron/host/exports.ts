/**
 * The network in another form, as a stream of texts. Confidential texts have no way into it. It is written in whole
 * while nothing changes, so that it never tells of a tie to somebody who is no longer there, and then handed out.
 */
import { setImmediate } from 'node:timers/promises';
import type { Result } from '../../shared/contract';
import type { Parsed } from '../../shared/contract-parsing';
import { writeCsv } from '../../shared/formats/write-csv';
import { writeCytoscape } from '../../shared/formats/write-cytoscape';
import { writeGexf } from '../../shared/formats/write-gexf';
import { writeGoogleCsv } from '../../shared/formats/write-google-csv';
import { writeGraphML } from '../../shared/formats/write-graphml';
import { type CalendarTime, writeDueCalendar, writeWeekCalendar } from '../../shared/formats/write-icalendar';
import { writeJson } from '../../shared/formats/write-json';
import { writeVCards } from '../../shared/formats/write-vcard';
import type { OpenNetwork } from '../../shared/model/network';
import { type Piece, sliceLimits, Streams } from './streams';

type Format = Parsed<'export'>['format'];

/** What calendars are made of beside the network. */
export interface CalendarAsked extends CalendarTime {
  /** The contacts on the week's list; the others need none. */
  readonly list: readonly string[];
}

/** A file in pieces, and what was found wanting. */
type Written = Generator<string, readonly string[]>;

const writers: { readonly [F in Format]: (network: OpenNetwork, asked: CalendarAsked) => Written } = {
  json: (network) => withoutFindings(writeJson(network)),
  vcard: (network) => withoutFindings(writeVCards(network)),
  'vcard-3': (network) => withoutFindings(writeVCards(network, '3.0')),
  csv: (network) => withoutFindings(writeCsv(network)),
  'csv-google': (network) => withoutFindings(writeGoogleCsv(network)),
  graphml: (network) => withoutFindings(writeGraphML(network)),
  gexf: (network) => withoutFindings(writeGexf(network)),
  cytoscape: (network) => withoutFindings(writeCytoscape(network)),
  ics: writeDueCalendar,
  'ics-weekly': (network, asked) => writeWeekCalendar(network, asked, asked.list),
};

function* withoutFindings(pieces: Iterable<string>): Written {
  yield* pieces;
  return [];
}

export class Exports {
  readonly #streams: Streams<string, readonly string[]>;
  readonly #elapsed: () => number;

  constructor(newId: () => string, elapsed: () => number) {
    this.#streams = new Streams(newId, elapsed);
    this.#elapsed = elapsed;
  }

  async open(network: OpenNetwork, format: Format, asked: CalendarAsked): Promise<string> {
    const pieces: Piece<string>[] = [];
    let begin = this.#elapsed();
    const written = writers[format](network, asked);
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
