/** Reads a log of messages: rows of source, target and time under a header with these names. */
import { cellsOf } from '../../shared/formats/csv';
import { KithmapError } from '../../shared/errors';
import { dayNumber, isDay } from '../../shared/time';

/** Who wrote to whom, and when: seconds since 1970, or since a start that the log does not name. */
export interface Message {
  readonly source: string;
  readonly target: string;
  readonly time: number;
}

export const secondsADay = 86_400;
const delimiters = [',', '\t', ';'];
/** Farther from 1970 no date of JavaScript's goes. */
const farthest = 8.64e12;

/** @throws KithmapError with the line that cannot be read */
export function readLog(text: string): Message[] {
  const lines = text.split(/\r\n|\r|\n/u);
  const header = lines.findIndex((line) => line.trim() !== '');
  const delimiter = delimiters.find((one) => (lines[header] ?? '').includes(one)) ?? ',';
  const names = (cellsOf(lines[header] ?? '', delimiter) ?? []).map((name) => name.trim().toLowerCase());
  const [source, target, time] = ['source', 'target', 'time'].map((name) => names.indexOf(name));
  if (!(source! >= 0 && target! >= 0 && time! >= 0)) {
    throw refused(
      'The file has no header with the columns source, target and time. Add one as its first line.',
    );
  }
  const messages: Message[] = [];
  for (let i = header + 1; i < lines.length; i++) {
    if (lines[i]!.trim() === '') continue;
    const cells = cellsOf(lines[i]!, delimiter)?.map((cell) => cell.trim());
    const seconds = secondsOf(cells?.[time!] ?? '');
    const from = cells?.[source!] ?? '';
    const to = cells?.[target!] ?? '';
    if (from === '' || to === '') throw refused(`Line ${i + 1} does not name both ends. Mend or remove it.`);
    if (seconds === undefined) {
      throw refused(
        `Line ${i + 1} has no time that is a number of seconds or an ISO date. Mend or remove it.`,
      );
    }
    messages.push({ source: from, target: to, time: seconds });
  }
  if (messages.length === 0)
    throw refused('The file has no rows under its header, so there is nothing to judge.');
  return messages;
}

function secondsOf(text: string): number | undefined {
  if (/^[+-]?\d+(?:\.\d+)?(?:e\+?\d+)?$/iu.test(text)) {
    const seconds = Number(text);
    return Math.abs(seconds) <= farthest ? seconds : undefined;
  }
  if (isDay(text)) return dayNumber(text) * secondsADay;
  const moment = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/u.exec(text);
  if (moment === null || !isDay(moment[1]!)) return undefined;
  const zone = (moment[3] ?? 'Z').replace(/^([+-]\d\d)(\d\d)$/u, '$1:$2');
  const seconds = Date.parse(`${moment[1]!}T${moment[2]!}${zone}`) / 1_000;
  return Number.isFinite(seconds) ? seconds : undefined;
}

/** The two ends with a fixed order: the smaller number first, else the text that sorts first. */
export function pairOf({ source, target }: Pick<Message, 'source' | 'target'>): readonly [string, string] {
  const difference = Number(source) - Number(target);
  const inOrder = Number.isNaN(difference) || difference === 0 ? source <= target : difference < 0;
  return inOrder ? [source, target] : [target, source];
}

function refused(sentence: string): KithmapError {
  return new KithmapError('bad-file', sentence);
}

/** Six digits after the point: more says nothing, and would make two runs hard to hold side by side. */
export function rounded(value: number): number {
  return Number(value.toFixed(6));
}
