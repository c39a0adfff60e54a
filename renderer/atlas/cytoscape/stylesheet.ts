/**
 * How Cytoscape draws ties: one rule per class, solid colours, no functions, no transparency. People, and the ties of
 * the selected, are drawn on the layer above (rings need more than a node has); here people are what the pointer meets.
 */
import type { StylesheetJson } from 'cytoscape';
import { type Palette } from '../map/palette';
import { type TieClass, tieClasses, tieWidths } from '../scene/tie-style';

/** Sizes of what the pointer meets for a mark, px at zoom 1: never smaller than a finger of a mouse. */
export const hitSizes = [18, 20, 24, 30] as const;

export function hitClass(diameter: number): string {
  return `hit-${hitSizes.find((size) => size >= diameter + 8) ?? 30}`;
}

function tieColour(palette: Palette, name: TieClass): string {
  if (name === 'guessed') return palette.tieGuess;
  return name.startsWith('between') ? palette.tieBetween : palette.tie;
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
    {
      selector: 'edge',
      style: {
        'curve-style': 'haystack',
        'haystack-radius': 0,
        'overlay-opacity': 0,
        'line-cap': 'round',
        events: 'no',
      },
    },
    ...tieClasses.map((name) => ({
      selector: `.${name}`,
      style: {
        width: tieWidths[name],
        'line-color': tieColour(palette, name),
        'z-index': name.startsWith('between') ? 3 : name === 'guessed' ? 2 : 1,
      },
    })),
    { selector: '.guessed', style: { 'line-style': 'dashed', 'line-dash-pattern': [0.1, 3.4] } },
    { selector: '.dimmed', style: { 'line-color': palette.tie } },
  ];
}
