/** The size of 1 rem in px, for lists that must know the height of a row before it is drawn. */
import { useSettings } from '../network/hooks';

export function useRootFontSize(): number {
  return (16 * useSettings().textSize) / 100;
}
