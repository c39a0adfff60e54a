// Builds the app into out/, current or not, and remembers from which sources.
import { build } from './setup/build.mjs';
import { inTurn } from './setup/turn.mjs';

try {
  await inTurn(build);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
