/** Theme and text size as set, put on the document; the last ones are remembered so that a start does not flash. */
import { useEffect, useSyncExternalStore } from 'react';
import { useReplicaState, useSettings } from '../network/hooks';

const rememberedTheme = 'kithmap.theme';

const darkQuery = '(prefers-color-scheme: dark)';

function watchSystem(wake: () => void): () => void {
  const query = matchMedia(darkQuery);
  query.addEventListener('change', wake);
  return () => query.removeEventListener('change', wake);
}

/** Puts the theme of the last time on the document before anything is drawn. */
export function beginAppearance(): void {
  const remembered = localStorage.getItem(rememberedTheme);
  const dark = remembered === 'dark' || (remembered !== 'light' && matchMedia(darkQuery).matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

/** Follows settings and system. @returns the theme that shows. */
export function useAppearance(): 'light' | 'dark' {
  const { theme, textSize } = useSettings();
  const known = useReplicaState().kind === 'ready';
  const systemDark = useSyncExternalStore(watchSystem, () => matchMedia(darkQuery).matches);
  const begun = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
  const wanted = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme;
  const shown = known ? wanted : begun;
  useEffect(() => {
    document.documentElement.dataset['theme'] = shown;
    if (known) localStorage.setItem(rememberedTheme, theme);
  }, [known, shown, theme]);
  useEffect(() => {
    document.documentElement.style.fontSize = `${(16 * textSize) / 100}px`;
  }, [textSize]);
  return shown;
}
