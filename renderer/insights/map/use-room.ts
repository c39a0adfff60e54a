/** Whether something is at least so wide, in rem: large text needs more room. */
import { type RefObject, useEffect, useState } from 'react';
import { useRootFontSize } from '../../app/root-font-size';

export function useRoom(of: RefObject<HTMLElement | null>, least: number): boolean {
  const rem = useRootFontSize();
  const [room, setRoom] = useState(false);
  useEffect(() => {
    const element = of.current;
    if (element === null) return;
    const look = (): void => setRoom(element.clientWidth >= least * rem);
    look();
    const size = new ResizeObserver(look);
    size.observe(element);
    return () => size.disconnect();
  }, [of, least, rem]);
  return room;
}
