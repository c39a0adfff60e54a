/** What a picture holds: shapes in the order in which they are drawn, in px from its upper left corner. */

export type Segment =
  | readonly ['move', x: number, y: number]
  | readonly ['line', x: number, y: number]
  | readonly ['curve', x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ['close'];

export interface StrokeLook {
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly cap: CanvasLineCap;
  readonly join: CanvasLineJoin;
}

export interface PathShape {
  readonly kind: 'path';
  readonly path: readonly Segment[];
  readonly fill?: string;
  readonly stroke?: StrokeLook;
}

export interface TextShape {
  readonly kind: 'text';
  readonly text: string;
  /** Where it begins, on its baseline. */
  readonly x: number;
  readonly y: number;
  readonly font: FontLook;
  /** Between two letters. */
  readonly tracking: number;
  /** As it was measured on the screen. */
  readonly width: number;
  readonly fill?: string;
  /** A halo, as wide on both sides together. */
  readonly stroke?: { readonly colour: string; readonly width: number };
}

export interface FontLook {
  readonly size: number;
  readonly weight: number;
  readonly family: string;
}

export type Shape = PathShape | TextShape;

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who hear it. */
  readonly title: string;
  readonly shapes: readonly Shape[];
}

/** `600 13.0px "Source Sans 3", sans-serif` in its parts. */
export function fontOf(font: string): FontLook {
  const found = /^(?:(\d+)\s+)?([\d.]+)px\s+(.+)$/su.exec(font.trim());
  return {
    size: Number(found?.[2] ?? 10),
    weight: Number(found?.[1] ?? 400),
    family: (found?.[3] ?? 'sans-serif').replace(/\s+/gu, ' '),
  };
}
