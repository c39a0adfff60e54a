/**
 * What the painters of the map use of a canvas. Whatever has as much can be painted on: the canvas of the screen, and
 * the pen that writes down what a picture holds.
 */
type Used =
  | 'save'
  | 'restore'
  | 'translate'
  | 'rotate'
  | 'scale'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'quadraticCurveTo'
  | 'roundRect'
  | 'setLineDash'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'strokeStyle'
  | 'fillStyle'
  | 'font'
  | 'letterSpacing'
  | 'textBaseline'
  | 'textAlign'
  | 'fillRect'
  | 'fillText'
  | 'strokeText';

export interface Pen extends Pick<CanvasRenderingContext2D, Used> {
  fill(): void;
  stroke(): void;
}
