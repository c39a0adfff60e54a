/** Reading files where no test gives one. */
import type { ReadFiles } from './read-files';

export const noFiles: ReadFiles = {
  recognise: () => Promise.reject(new Error('No file is given here.')),
  read: () => Promise.reject(new Error('No file is given here.')),
  rest: () => undefined,
};
