/**
 * The colours of the tokens as the canvas needs them: plain values, read once per theme. What is dimmed is mixed
 * here and not by transparency, so that crossing lines do not add up.
 */

export interface Palette {
  readonly sea: string;
  /** Outer to inner. */
  readonly seaLines: readonly [string, string, string];
  readonly surface: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly accent: string;
  readonly ring: string;
  readonly tie: string;
  readonly tieBetween: string;
  readonly tieGuess: string;
  /** 1 warm .. 7 cold; at 0 the outline of the unknown. */
  readonly warmth: readonly string[];
  /** By tint; at 0 what has none. */
  readonly land: readonly string[];
  /** Of groups whose border is not sure. */
  readonly softLand: readonly string[];
  readonly coast: readonly string[];
  readonly name: readonly string[];
  readonly fontUi: string;
  readonly fontName: string;
}

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--k-${name}`).trim() || '#808080';
  const tints = (kind: string, none: string): string[] => [
    token(none),
    ...Array.from({ length: 10 }, (_, i) => token(`${kind}-${i + 1}`)),
  ];
  return {
    sea: token('sea'),
    seaLines: [token('sea-line-3'), token('sea-line-2'), token('sea-line')],
    surface: token('surface'),
    text: token('text'),
    text2: token('text-2'),
    text3: token('text-3'),
    accent: token('accent'),
    ring: token('ring'),
    tie: token('tie'),
    tieBetween: token('tie-between'),
    tieGuess: token('tie-guess'),
    warmth: [token('warmth-unknown'), ...Array.from({ length: 7 }, (_, i) => token(`warmth-${i + 1}`))],
    land: tints('land', 'sea'),
    softLand: tints('land', 'sea').map((colour) => mixed(colour, token('sea'), 0.45)),
    coast: tints('coast', 'control'),
    name: tints('name', 'text-2'),
    fontUi: token('font-ui'),
    fontName: token('font-name'),
  };
}

/** `share` of one colour and the rest of another; both as #rrggbb. */
export function mixed(colour: string, ground: string, share: number): string {
  const a = channels(colour);
  const b = channels(ground);
  return `#${a
    .map((value, i) => Math.round(value * share + b[i]! * (1 - share)))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

function channels(colour: string): number[] {
  const hex = /^#([0-9a-f]{6})/i.exec(colour)?.[1] ?? '808080';
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
