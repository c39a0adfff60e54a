/** CRC-32 as archives have it (polynomial EDB88320, bits reflected): whether what came out is what went in. */

let table: Uint32Array | undefined;

function madeTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  });
}

/** The checksum of all bytes so far, from that of those before and the next ones; 0 before the first. */
export function nextChecksum(before: number, bytes: Uint8Array): number {
  const of = (table ??= madeTable());
  let value = ~before;
  // By its place: all of what is unpacked goes through here.
  for (let at = 0; at < bytes.length; at += 1) {
    value = (value >>> 8) ^ (of[(value ^ (bytes[at] ?? 0)) & 255] ?? 0);
  }
  return ~value >>> 0;
}
