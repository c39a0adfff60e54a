/** How a file of `kithmap import` is to be read: what `--map` and `--letters` say, else what was said of its kind before. */
import { z } from 'zod';
import { KithmapError } from '../../shared/errors';
import { foldedHeader } from '../../shared/formats/column-words';
import { saysWho } from '../../shared/formats/mapping';
import { answerTo, type FileQuestion, lookAt, lookFurther, shapeBy } from '../../shared/formats/question';
import {
  type CodePage,
  type ColumnUse,
  columnUses,
  type ReadHow,
  type TableMapping,
} from '../../shared/formats/read-how';
import { recognisedBytes } from '../../shared/formats/recognise';
import type { FormatName } from '../../shared/formats/record';
import type { TableShape } from '../../shared/formats/table-shape';
import { howOf, rememberedFor, remembering } from '../../shared/imports/remembered';
import { ImportMapping } from '../../shared/model/entities/upkeep';
import type { ImportSource } from './import-sources';
import { rowsOf, type Session } from './session';

export interface HowOptions {
  /** `Column=field`, several in one separated by commas. */
  readonly map?: readonly string[];
  readonly as?: FormatName;
  readonly letters?: CodePage;
  readonly dryRun?: boolean;
}

/** @throws KithmapError `bad-file` for a table whose columns nobody named; `bad-argument` where `--map` fits it not */
export async function howToRead(
  session: Session,
  { name, once = false, bytes }: ImportSource,
  head: Uint8Array,
  options: HowOptions,
): Promise<ReadHow | undefined> {
  const { map, as, letters } = options;
  if (as !== undefined) return letters === undefined ? undefined : { letters };
  const looked = lookAt(head);
  const isTable = !('format' in looked) || looked.format === 'book' || looked.format === 'edges';
  if (map !== undefined && isTable) {
    const asTable = lookAt(head, true);
    const question = 'question' in asTable ? asTable.question : undefined;
    const shape = question === undefined ? undefined : shapeBy(question, letters);
    if (question === undefined || shape === undefined) {
      throw new KithmapError('bad-file', `${name} is no table, so --map has no columns to name.`);
    }
    const how = { mapping: mappingOf(map, shape), letters };
    if (options.dryRun !== true) await keep(session, question, how);
    return how;
  }
  const asked = 'question' in looked ? looked.question : undefined;
  const later =
    asked === undefined && 'format' in looked && !once && head.length >= recognisedBytes
      ? await lookFurther(bytes, head, looked.format)
      : undefined;
  const question = asked ?? later;
  if (question === undefined) return letters === undefined ? undefined : { letters };
  const before = await recall(session, question);
  if (before !== undefined) {
    session.terminal.say(`${name} is read as the last file of its kind was.`);
    return answerTo(question, letters === undefined ? before : { ...before, letters });
  }
  if (question.format !== undefined) {
    if (letters !== undefined) return answerTo(question, { letters });
    session.terminal.say(
      `${name} has lines in a code page that nothing names; they are read as Western European. If names look wrong, say --letters.`,
    );
    return undefined;
  }
  throw new KithmapError('bad-file', `${name} ${sentenceAbout(shapeBy(question, letters))}`);
}

/** A table that needs `--map`, with a guess to begin from. */
function sentenceAbout(shape: TableShape | undefined): string {
  const names = namesOf(shape);
  const guess = (shape?.guess.uses ?? []).map((use, at) => `${names[at] ?? ''}=${use}`).join(',');
  return `is a table whose columns are not known. Say what they hold: --map "${guess.slice(0, 500)}". Fields are ${columnUses.join(', ')}.`;
}

function namesOf(shape: TableShape | undefined): string[] {
  const { uses = [], hasHeader = false } = shape?.guess ?? {};
  return uses.map((_, at) => (hasHeader ? (shape?.rows[0]?.[at] ?? '') : `#${at + 1}`));
}

/** Columns by the names in the first row, or by their number: `#2`. Those that are not named are kept. */
function mappingOf(said: readonly string[], { rows, guess }: TableShape): TableMapping {
  const names = (rows[0] ?? []).map(foldedHeader);
  const uses: ColumnUse[] = guess.uses.map(() => 'keep');
  let hasHeader = guess.hasHeader;
  for (const one of said.flatMap((text) => text.split(/,(?=[^,=]+=)/))) {
    const cut = one.lastIndexOf('=');
    const column = one.slice(0, Math.max(0, cut)).trim();
    const use = columnUses.find(
      (field) =>
        field ===
        one
          .slice(cut + 1)
          .trim()
          .toLowerCase(),
    );
    if (cut < 0 || use === undefined) {
      throw new KithmapError(
        'bad-argument',
        `--map "${one.trim()}" is no Column=field. Fields are ${columnUses.join(', ')}.`,
      );
    }
    const number = /^#(\d+)$/.exec(column)?.[1];
    const at = number === undefined ? names.indexOf(foldedHeader(column)) : Number(number) - 1;
    if (at < 0 || at >= uses.length) {
      const known = (rows[0] ?? []).slice(0, 30).join(', ');
      throw new KithmapError('bad-argument', `There is no column "${column}". The first row is: ${known}.`);
    }
    if (number === undefined) hasHeader = true;
    uses[at] = use;
  }
  if (!saysWho(uses)) {
    throw new KithmapError(
      'bad-argument',
      '--map names no column that says who somebody is: name, given, family, nickname, mail, phone or organisation.',
    );
  }
  return { delimiter: guess.delimiter, hasHeader, uses };
}

async function standingFor({ host }: Session, question: FileQuestion): Promise<ImportMapping | undefined> {
  const rows = await rowsOf(host, 'importMappings');
  return rememberedFor(question, z.array(ImportMapping).parse(rows.get('importMappings') ?? []));
}

async function recall(session: Session, question: FileQuestion): Promise<ReadHow | undefined> {
  const standing = await standingFor(session, question);
  return standing === undefined ? undefined : howOf(standing);
}

async function keep(session: Session, question: FileQuestion, how: ReadHow): Promise<void> {
  const standing = await standingFor(session, question);
  const fields = remembering(question, how);
  const [name, args] =
    standing === undefined
      ? ['import-mapping.add', fields]
      : ['import-mapping.edit', { id: standing.id, ...fields }];
  await session.host.call('edit', { client: session.hello.client, name, args });
}
