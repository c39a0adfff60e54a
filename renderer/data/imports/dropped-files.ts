/** What was dropped: files, and what lies in folders, however deep. */

/** Files that one drop may bring. */
const most = 500_000;

/** Must be called while the drop is being handled: the browser forgets what was dropped right after. */
export function droppedFiles(transfer: DataTransfer | null): Promise<File[]> {
  const entries = [...(transfer?.items ?? [])]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (entries.every((entry) => entry.isFile)) return Promise.resolve([...(transfer?.files ?? [])]);
  return filesOf(entries);
}

async function filesOf(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const files: File[] = [];
  const open = [...entries].reverse();
  for (let entry = open.pop(); entry !== undefined && files.length < most; entry = open.pop()) {
    if (isFile(entry)) files.push(await fileOf(entry));
    // What a Maildir is only writing is not there yet.
    else if (isFolder(entry) && entry.name !== 'tmp') open.push(...(await inFolder(entry)).reverse());
  }
  return files.filter(({ size }) => size > 0);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** In the order of their names; the browser hands them over a hundred at a time. */
async function inFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...some);
  }
}
