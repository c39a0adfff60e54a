/** A program that tries to hold a data folder when it is told to, and says whether it does. */
import { holdFolder } from './lock';

const [, , data = '', runtime = ''] = process.argv;
process.on('message', () => {
  void holdFolder(data, () => undefined, runtime).then(({ held }) => process.send?.(held));
});
process.send?.('ready');
