/** Where the window was, kept in a small file, and put back where it can be seen. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Rectangle } from './parts';

const Coordinate = z.int().min(-100_000).max(100_000);
const Size = z.int().min(200).max(100_000);
const Kept = z.object({
  x: Coordinate.optional(),
  y: Coordinate.optional(),
  width: Size,
  height: Size,
  maximized: z.boolean().default(false),
});

/** In screen pixels. Without a place the system finds one. */
export interface Bounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}
export interface KeptBounds extends Bounds {
  readonly maximized: boolean;
}

export const usualBounds: KeptBounds = { width: 1280, height: 820, maximized: false };
/** So much of the window's top must be on a display for somebody to take hold of it. */
const grip = { width: 120, height: 40 } as const;

/** What was kept; the usual where there is nothing or nothing that can be read. */
export async function readBounds(file: string): Promise<KeptBounds> {
  try {
    const parsed = Kept.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : usualBounds;
  } catch {
    return usualBounds;
  }
}

/** Keeps bounds. A failure is not worth a word: the window opens at its usual place then. */
export async function keepBounds(file: string, bounds: KeptBounds): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(bounds), { mode: 0o600 });
    await rename(`${file}.new`, file);
  } catch {
    // As said.
  }
}

/** The bounds on the displays there are now: no larger than one, and with its top within reach. */
export function fitBounds(bounds: Bounds, displays: readonly Rectangle[]): Bounds {
  const first = displays[0];
  if (first === undefined) return { width: bounds.width, height: bounds.height };
  const { x, y } = bounds;
  if (x === undefined || y === undefined) return sized(bounds, first);
  const home = displays.find((area) => reaches({ ...bounds, x, y }, area));
  return home === undefined ? sized(bounds, first) : { x, y, ...sized(bounds, home) };
}

function sized({ width, height }: Bounds, area: Rectangle): { width: number; height: number } {
  return { width: Math.min(width, area.width), height: Math.min(height, area.height) };
}

/** Whether enough of the window's top edge lies in an area. */
function reaches(bounds: Rectangle, area: Rectangle): boolean {
  const right = Math.min(bounds.x + bounds.width, area.x + area.width);
  const wide = right - Math.max(bounds.x, area.x) >= Math.min(grip.width, bounds.width);
  return wide && bounds.y >= area.y && bounds.y + grip.height <= area.y + area.height;
}
