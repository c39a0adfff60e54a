/** What there is to say about the mails of a file together: which were left out, dated otherwise, or there before. */
import type { HeadText, MailHead } from './mail-head';
import type { MailReading } from './mail-record';
import { type LeftOut, leftOutKinds, leftOutOf } from './mail-signs';
import { digestOf } from './digest';
import { noteAt, passedOverAt, skippedAt } from './findings';
import type { Finding, ImportItem } from './record';

/** How many there were, and the line of the first. */
interface Counted {
  readonly line: number;
  count: number;
}

const words: Readonly<Record<LeftOut, string>> = {
  spam: 'in Spam',
  trash: 'in the Trash',
  drafts: 'among the drafts',
  chats: 'of chats',
  deleted: 'deleted but not yet taken out of the file',
};

type Said = 'stray' | 'undated' | 'shared' | 'cut' | LeftOut;

export class MailTally {
  readonly #said = new Map<Said, Counted>();
  /** Digests of Message-IDs, each with that of the mail that had it. */
  readonly #ids = new Map<number, number>();

  /** A line before the first mail that belongs to none. */
  stray(line: number): void {
    this.#count('stray', line);
  }

  leavesOut(head: MailHead, text: HeadText): boolean {
    const kind = leftOutOf(head, text);
    if (kind !== undefined) this.#count(kind, head.line);
    return kind !== undefined;
  }

  /** What becomes of a mail: an encounter, or the reason why it is skipped. */
  take({ line, cut, file }: MailHead, reading: MailReading): ImportItem[] {
    const inFile = (said: string): string => (file === undefined ? said : `${file}: ${said}`);
    if ('reason' in reading) return [skippedAt(line, inFile(reading.reason))];
    const { record, id, dated, beyond } = reading;
    if (this.#isThere(id, record.key, line)) {
      const before = file === undefined ? 'in this file' : 'among these';
      return [passedOverAt(line, inFile(`The same mail stands ${before} before: it counts once.`))];
    }
    if (dated === 'otherwise') this.#count('undated', line);
    if (cut) this.#count('cut', line);
    return beyond === 0
      ? [record]
      : [record, noteAt(line, `The mail went to ${beyond} more than are kept of one.`)];
  }

  /** Whether the file had this very mail before; of another one with its Message-ID, it is counted. */
  #isThere(id: string, key: string, line: number): boolean {
    const mail = Number.parseInt(key.slice(0, 13), 16);
    const place = Number.parseInt((id === '' ? key.slice(13) : digestOf([id])).slice(0, 13), 16);
    const before = this.#ids.get(place);
    if (before === mail) return true;
    if (before === undefined) this.#ids.set(place, mail);
    else this.#count('shared', line);
    return false;
  }

  #count(what: Said, line: number): void {
    const counted = this.#said.get(what);
    if (counted === undefined) this.#said.set(what, { line, count: 1 });
    else counted.count += 1;
  }

  /** What is said of many at once, when the file is read. */
  findings(): Finding[] {
    const findings: Finding[] = [];
    const say = (what: Said, sentence: (count: number) => string): void => {
      const counted = this.#said.get(what);
      if (counted !== undefined) findings.push(noteAt(counted.line, sentence(counted.count)));
    };
    const left = leftOutKinds.flatMap((kind) => {
      const counted = this.#said.get(kind);
      return counted === undefined ? [] : [{ ...counted, words: `${counted.count} ${words[kind]}` }];
    });
    const [first] = left;
    if (first !== undefined) {
      const total = left.reduce((sum, { count }) => sum + count, 0);
      const line = Math.min(...left.map((one) => one.line));
      findings.push(
        passedOverAt(
          line,
          `${mails(total)} left out: ${left.map((one) => one.words).join(', ')}. This is the first.`,
          total,
        ),
      );
    }
    say('stray', () => 'What stands before the first mail is no mail; it was left out.');
    say(
      'undated',
      (n) => `${mails(n)} dated by when it arrived, since the date of its own is missing or wrong.`,
    );
    say(
      'shared',
      (n) => `${mails(n)} alike in Message-ID to one before, but not in sender or moment: each counts.`,
    );
    say('cut', (n) => `${mails(n)} too long in the headers to be read whole; the first 256 kB of them were.`);
    return findings;
  }
}

function mails(count: number): string {
  return count === 1 ? 'One mail is' : `${count.toLocaleString('en')} mails are`;
}
