/** Many files of one mail each as one file, which refers to them and copies nothing; others stay as they are. */
import { bundleMark, mostOfEach } from '../../shared/formats/mail-bundle';
import { fitsBundle, mailBytes } from '../../shared/formats/recognise';

/** Files looked into at the same time. */
const atOnce = 32;

/** @param onProgress called with how many files were looked into. @throws where the signal fires. */
export async function bundled(
  files: readonly File[],
  signal: AbortSignal,
  onProgress: (looked: number) => void,
): Promise<File[]> {
  if (files.length < 2) return [...files];
  const mails: File[] = [];
  const others: File[] = [];
  for (let at = 0; at < files.length; at += atOnce) {
    signal.throwIfAborted();
    const some = files.slice(at, at + atOnce);
    const fit = await Promise.all(some.map(isMail));
    some.forEach((file, i) => (fit[i] === true ? mails : others).push(file));
    onProgress(at + some.length);
  }
  return mails.length < 2 ? [...files] : [...others, bundleOf(mails)];
}

async function isMail(file: File): Promise<boolean> {
  try {
    const head = new Uint8Array(await file.slice(0, mailBytes).arrayBuffer());
    return fitsBundle(head, file.size);
  } catch {
    return false; // gone since it was given; reading it will say so
  }
}

function bundleOf(mails: readonly File[]): File {
  const parts = mails.flatMap((file) => [bundleMark(file.name), file.slice(0, mostOfEach)]);
  return new File(parts, `${mails.length.toLocaleString('en')} mails`);
}
