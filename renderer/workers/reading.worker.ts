/** The thread that reads a file: recognises it, or hands over what it holds piece by piece. */
import '../app/without-eval';
import { KithmapError, toErrorMessage } from '../../shared/errors';
import { lookAt, lookFurther } from '../../shared/formats/question';
import { readFile } from '../../shared/formats/read';
import { recognisedBytes } from '../../shared/formats/recognise';
import type { ImportItem } from '../../shared/formats/record';
import { beginsLikeArchive } from '../../shared/formats/unpacker';
import { chunksOf } from './chunks';
import type { FromReading, ToReading } from './reading-messages';
import { unpackedFiles } from './unpacked-files';

/** Items in one piece; a piece stays well under the size of a message to the host. */
const pieceLength = 500;
/** Bytes of the file that a piece stands for at most, so that it is seen how far it is, and that it can wait. */
const pieceBytes = 2_000_000;

let taken: (() => void) | undefined;

self.onmessage = (event: MessageEvent<ToReading>) => {
  const message = event.data;
  if (message.type === 'taken') {
    taken?.();
    return;
  }
  const work = message.type === 'recognise' ? recogniseFile(message) : read(message);
  work.catch((error: unknown) => say({ type: 'failed', ...toErrorMessage(error) }));
};

async function recogniseFile({ file, asTable }: Extract<ToReading, { type: 'recognise' }>): Promise<void> {
  const head = new Uint8Array(await file.slice(0, recognisedBytes).arrayBuffer());
  if (beginsLikeArchive(head)) {
    say({ type: 'known', ...(await unpackedFiles(file)) });
    return;
  }
  const looked = lookAt(head, asTable);
  if ('reason' in looked) throw new KithmapError('bad-file', `${file.name} ${looked.reason}`);
  const { question } = looked;
  if (question !== undefined) say({ type: 'known', files: [], question });
  else if ('format' in looked) {
    const { format } = looked;
    const later = file.size > head.length ? await lookFurther(() => chunksOf(file), head, format) : undefined;
    if (later === undefined) say({ type: 'known', files: [{ file, format }] });
    else say({ type: 'known', files: [], question: later });
  }
}

async function read({ file, today, zone, how }: Extract<ToReading, { type: 'read' }>): Promise<void> {
  let bytes = 0;
  let handed = 0;
  let piece: ImportItem[] = [];
  const hand = async (): Promise<void> => {
    const next = new Promise<void>((resolve) => (taken = resolve));
    say({ type: 'items', items: piece, bytes });
    piece = [];
    handed = bytes;
    await next;
  };
  const options = { fileName: file.name, today, zone, how, onProgress: (read: number) => (bytes = read) };
  for await (const item of readFile(chunksOf(file), options)) {
    piece.push(item);
    if (piece.length >= pieceLength || bytes - handed >= pieceBytes) await hand();
  }
  bytes = file.size;
  await hand();
  say({ type: 'done' });
}

function say(message: FromReading): void {
  self.postMessage(message);
}
