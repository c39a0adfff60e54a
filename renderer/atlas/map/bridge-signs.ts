/** The sign of a bridge that hangs on one person: the two piers of a bridge on a topographic map, on the tie. */
import type { Tie } from '../scene/atlas-model';
import type { Palette } from './palette';
import type { Pen } from './pen';

export interface Bridge {
  readonly tie: Tie;
  /** On whom it hangs. */
  readonly person: string;
}

export interface BridgeSign {
  /** On the screen, px. */
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** On a shorter tie there is no room for a sign, px. */
const shortest = 70;
/** Share of the tie from the person it hangs on. */
const along = 0.4;

/** @param at where somebody is drawn on the screen; undefined where they are not */
export function bridgeSigns(
  bridges: readonly Bridge[],
  at: (person: string) => { x: number; y: number } | undefined,
): BridgeSign[] {
  return bridges.flatMap(({ tie, person }) => {
    const from = at(person);
    const to = at(tie.a === person ? tie.b : tie.a);
    if (from === undefined || to === undefined) return [];
    const [across, down] = [to.x - from.x, to.y - from.y];
    if (Math.hypot(across, down) < shortest) return [];
    return [{ x: from.x + across * along, y: from.y + down * along, angle: Math.atan2(down, across) }];
  });
}

export function paintBridgeSign(canvas: Pen, { x, y, angle }: BridgeSign, palette: Palette): void {
  canvas.save();
  canvas.translate(x, y);
  canvas.rotate(angle);
  canvas.beginPath();
  for (const side of [-1, 1]) {
    canvas.moveTo(-10, 7 * side);
    canvas.lineTo(-6, 4 * side);
    canvas.lineTo(6, 4 * side);
    canvas.lineTo(10, 7 * side);
  }
  canvas.setLineDash([]);
  canvas.lineWidth = 1.5;
  canvas.lineCap = 'round';
  canvas.lineJoin = 'round';
  canvas.strokeStyle = palette.ring;
  canvas.stroke();
  canvas.restore();
}
