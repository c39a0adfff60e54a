/** What runs in the page itself: when the screen showed an edit, and how much memory is held. */

interface Watch {
  /** The next Enter is an edit that is shown once a button has this name. */
  expectShown: (name: string) => void;
  take: () => unknown;
  /** A plain piece of work that every page knows, in a task of its own: rows to JSON and back. */
  baseline: () => Promise<number>;
}

declare global {
  interface Window {
    kithmapBench?: Watch;
  }
}

/** Runs in the page, before anything of it. */
export function watchPage(): void {
  let delays: number[] = [];
  let awaited: string | undefined;
  let pressed = 0;
  window.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === 'Enter') pressed = timeStamp;
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (awaited === undefined) return;
    if (document.querySelector(`[aria-label="${awaited}"]`) === null) return;
    awaited = undefined;
    // A frame is painted after its callbacks; the message comes when that has been done.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => delays.push(performance.now() - pressed);
      port2.postMessage(undefined);
    });
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label'] });
  window.kithmapBench = {
    expectShown(name) {
      awaited = name;
    },
    take() {
      const memory: unknown = Reflect.get(performance, 'memory');
      const heap: unknown =
        typeof memory === 'object' && memory !== null ? Reflect.get(memory, 'usedJSHeapSize') : 0;
      const taken = { delays, heap };
      delays = [];
      return taken;
    },
    baseline: () =>
      new Promise((resolve) => {
        setTimeout(() => {
          const rows = Array.from({ length: 20_000 }, (_, i) => ({ id: `p${i}`, n: i }));
          const back: unknown = JSON.parse(JSON.stringify(rows));
          resolve(Array.isArray(back) ? back.length : 0);
        });
      }),
  };
}
