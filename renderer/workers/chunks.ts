/** A file as it streams by. */
import type { Chunks } from '../../shared/formats/record';

export async function* chunksOf(file: Blob): Chunks {
  const reader = file.stream().getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}
