import type { ReactNode } from 'react';
import { Section } from '../app/parts/section';
import { useSession } from '../network/hooks';

/** What this is, and what becomes of what one writes here. */
export function About(): ReactNode {
  const { appVersion } = useSession().hello;
  return (
    <Section
      title={`Kithmap ${appVersion}`}
      text="Everything you write stays in the data folder on this computer. Nothing is sent anywhere, and nothing asks the network for anything. What you mark as confidential is left out of search, exports and measures."
    />
  );
}
