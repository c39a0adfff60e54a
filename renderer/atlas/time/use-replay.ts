/** Plays the record from a day to today: all of it in about twenty seconds, at a pace that the map follows. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../../network/hooks';
import { dayAt, type Span, stepAt } from './days';

const wholeMs = 20_000;
const everyMs = 100;
/** Where motion is not wanted it goes on in few, large steps. */
const everyQuietMs = 1_000;

export interface Replay {
  readonly step: number;
  readonly day: string;
  readonly playing: boolean;
  readonly go: (step: number) => void;
  readonly play: () => void;
  readonly pause: () => void;
}

export function useReplay(span: Span): Replay {
  const { analysis } = useSession();
  const past = useStore(analysis.past, ({ day }) => day);
  const [playing, setPlaying] = useState(false);
  const from = useRef({ step: 0, at: 0 });
  const day = past ?? span.today;
  const step = past === undefined ? span.steps : stepAt(span, past);

  useEffect(() => {
    if (!playing) return;
    const every = matchMedia('(prefers-reduced-motion: reduce)').matches ? everyQuietMs : everyMs;
    const timer = setInterval(() => {
      const { step: began, at } = from.current;
      const next = began + ((performance.now() - at) / wholeMs) * span.steps;
      if (next >= span.steps) {
        setPlaying(false);
        analysis.past.setState({}, true);
      } else {
        const then = dayAt(span, Math.floor(next));
        if (then !== analysis.past.getState().day) analysis.past.setState({ day: then }, true);
      }
    }, every);
    return () => clearInterval(timer);
  }, [playing, span, analysis]);

  return {
    step,
    day,
    playing,
    go: (to) => {
      setPlaying(false);
      analysis.past.setState(to >= span.steps ? {} : { day: dayAt(span, to) }, true);
    },
    play: () => {
      from.current = { step: step >= span.steps ? 0 : step, at: performance.now() };
      setPlaying(true);
    },
    pause: () => setPlaying(false),
  };
}
