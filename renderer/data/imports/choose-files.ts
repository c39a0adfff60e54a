/** The browser's own file dialog; a page can open it only in answer to a click or a key. */

/** @returns none where the dialog was left. */
export function chooseFiles(what: 'files' | 'folder' = 'files'): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.webkitdirectory = what === 'folder';
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
