import { contractSuite } from './contract-suite.testing';
import { memoryLine } from './memory.testing';

contractSuite('a line in memory', (host) =>
  Promise.resolve({
    connect: () => Promise.resolve(memoryLine(host)),
    stop: () => Promise.resolve(),
  }),
);
