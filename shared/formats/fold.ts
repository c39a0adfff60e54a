/** Long lines of vCard and iCalendar, which are folded in the same way (RFC 6350, 3.2; RFC 5545, 3.1). */

/** Cuts a line so that no piece is longer than 75 octets, and none within a character. */
export function folded(line: string): string {
  if (line.length <= 25) return line; // no character takes more than three octets a code unit
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
