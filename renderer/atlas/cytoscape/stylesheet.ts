/**
 * What Cytoscape has of the map: people as discs that the pointer meets. Nothing of them is drawn by it; marks have
 * rings, and ties come by the thousand, which the layers of the map draw much faster.
 */
import type { StylesheetJson } from 'cytoscape';
import { type Palette } from '../map/palette';

/** Sizes of what the pointer meets for a mark, px at zoom 1: never smaller than a finger of a mouse. */
export const hitSizes = [18, 20, 24, 30] as const;

export function hitClass(diameter: number): string {
  return `hit-${hitSizes.find((size) => size >= diameter + 8) ?? 30}`;
}

export function stylesheet(palette: Palette): StylesheetJson {
  return [
    {
      selector: 'core',
      style: {
        'active-bg-opacity': 0,
        'active-bg-color': palette.sea,
        'active-bg-size': 0,
        'selection-box-color': palette.accent,
        'selection-box-border-color': palette.accent,
        'selection-box-border-width': 0,
        'selection-box-opacity': 0,
        'outside-texture-bg-color': palette.sea,
        'outside-texture-bg-opacity': 0,
      },
    },
    {
      selector: 'node',
      style: {
        'background-opacity': 0,
        'border-width': 0,
        'overlay-opacity': 0,
        shape: 'ellipse',
        label: '',
      },
    },
    ...hitSizes.map((size) => ({ selector: `.hit-${size}`, style: { width: size, height: size } })),
  ];
}
