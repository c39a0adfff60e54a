/** Many files of one mail each as one file, which refers to them and copies those alone that are in UTF-16; others stay as they are. */
import { bundleMark, inBundle, isForeign, mostOfEach } from '../../shared/formats/mail-bundle';
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
  const mails: Mail[] = [];
  const others: File[] = [];
  for (let at = 0; at < files.length; at += atOnce) {
    signal.throwIfAborted();
    const some = files.slice(at, at + atOnce);
    const found = await Promise.all(some.map(asMail));
    some.forEach((file, i) => {
      const mail = found[i];
      if (mail === undefined) others.push(file);
      else mails.push(mail);
    });
    onProgress(at + some.length);
  }
  return mails.length < 2 ? [...files] : [...others, bundleOf(mails)];
}

interface Mail {
  readonly name: string;
  readonly bytes: Blob;
}

async function asMail(file: File): Promise<Mail | undefined> {
  try {
    const head = new Uint8Array(await file.slice(0, mailBytes).arrayBuffer());
    if (!fitsBundle(head, file.size)) return undefined;
    const bytes = file.slice(0, mostOfEach);
    if (!isForeign(head)) return { name: file.name, bytes };
    const spelt = inBundle(new Uint8Array(await bytes.arrayBuffer()));
    return { name: file.name, bytes: new Blob([new Uint8Array(spelt)]) };
  } catch {
    return undefined; // gone since it was given; reading it will say so
  }
}

function bundleOf(mails: readonly Mail[]): File {
  const parts = mails.flatMap(({ name, bytes }) => [bundleMark(name), bytes]);
  return new File(parts, `${mails.length.toLocaleString('en')} mails`);
}
