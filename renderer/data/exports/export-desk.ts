/** What is to go along with an export, as it was chosen last; kept while one is elsewhere. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Arguments, Host, Result } from '../../../shared/contract';
import { type ExportField, exportFields } from '../../../shared/formats/export-choice';
import { isCalendar } from '../../../shared/formats/export-formats';
import type { Session } from '../../network/session';
import type { ExportForm } from './export-forms';
import { NoteArchive } from './note-archive';

/** The part of Data that is brought into sight. */
export const exportsPart = 'exports';

export type Whose = 'everybody' | 'picked' | 'listed' | 'group';

export interface ExportWish {
  readonly whose: Whose;
  /** Of whom it is, where it is a group. */
  readonly group?: string | undefined;
  readonly fields: readonly ExportField[];
  readonly guessed: boolean;
  readonly confidential: boolean;
}

const everything: ExportWish = {
  whose: 'everybody',
  fields: exportFields,
  guessed: true,
  confidential: false,
};

export class ExportDesk {
  readonly wish: StoreApi<ExportWish> = createStore<ExportWish>(() => everything);

  static of(session: Session): ExportDesk {
    return session.keep(ExportDesk, () => new ExportDesk());
  }

  set(wish: Partial<ExportWish>): void {
    this.wish.setState(wish);
  }

  stop(): void {
    this.wish.setState(everything, true);
  }
}

/** A file, and what was found wanting. */
export interface ExportFile {
  readonly content: Blob;
  readonly findings: readonly string[];
}

/** @param people whom alone it holds; everybody where it is absent */
export async function exported(
  host: Host,
  { format, type }: ExportForm,
  { fields, guessed, confidential }: ExportWish,
  people: readonly string[] | undefined,
): Promise<ExportFile> {
  const choice = {
    guessed,
    ...(people === undefined ? {} : { people: [...people] }),
    ...(fields.length === exportFields.length || isCalendar(format) ? {} : { fields: [...fields] }),
  };
  const asked = { format, choice, confidential: confidential && format === 'json' };
  if (format === 'markdown') {
    const archive = new NoteArchive();
    const findings = await read(host, asked, (text) => archive.add(text));
    return { content: new Blob(archive.end(), { type }), findings };
  }
  const parts: string[] = [];
  const findings = await read(host, asked, (text) => void parts.push(text));
  return { content: new Blob(parts, { type }), findings };
}

async function read(
  host: Host,
  asked: Arguments<'export'>,
  take: (text: string) => void | Promise<void>,
): Promise<readonly string[]> {
  let stream: string | undefined;
  for (;;) {
    const piece: Result<'export'> = await host.call('export', { ...asked, stream });
    await take(piece.text);
    if (piece.done) return piece.findings;
    stream = piece.stream;
  }
}
