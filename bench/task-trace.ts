/**
 * How long the page's thread was at work in one go, from Chromium's own trace: the processor time of each task of
 * the thread that runs the page. Time spent waiting for a processor that others hold does not count.
 */
import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';

const TraceEvent = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().default(0),
  dur: z.number().default(0),
  /** Processor time of the thread, µs. */
  tdur: z.number().optional(),
});
const Trace = z.object({ traceEvents: z.array(z.unknown()) });

const ours = 'kithmap-bench';
/** The engine's names for them; none lies within another. */
const collections = new Set(['MajorGC', 'MinorGC']);
const taskName = 'ThreadControllerImpl::RunTask';

export interface Task {
  /** When it began, µs on the clock of all traces and profiles. */
  readonly at: number;
  /** How long it took, waiting included (ms). */
  readonly took: number;
  /** Processor time (ms), collections of garbage left out. */
  readonly worked: number;
  /** Processor time of collections of garbage (ms): the engine's own, at moments it chooses. */
  readonly collected: number;
}

/** Does something and tells the tasks of the page's thread meanwhile, longest first. */
export async function tasksWhile(page: Page, browser: Browser, work: () => Promise<void>): Promise<Task[]> {
  await browser.startTracing(undefined, { categories: ['toplevel', 'v8', 'blink.user_timing'] });
  await work();
  // The browser has pages of its own; ours says which thread is its.
  await page.evaluate((name) => performance.mark(name), ours);
  return tasksOf((await browser.stopTracing()).toString('utf8'));
}

function tasksOf(text: string): Task[] {
  let page: string | undefined;
  const found: { thread: string; event: z.infer<typeof TraceEvent> }[] = [];
  for (const given of Trace.parse(JSON.parse(text)).traceEvents) {
    const { data: event } = TraceEvent.safeParse(given);
    if (event === undefined) continue;
    const thread = `${event.pid} ${event.tid}`;
    if (event.name === ours) page = thread;
    else if (event.name === taskName || collections.has(event.name)) found.push({ thread, event });
  }
  const events = found.filter(({ thread }) => thread === page).map(({ event }) => event);
  const tasks = events.filter(({ name }) => name === taskName);
  const worked = new Map(tasks.map((task) => [task, { all: task.tdur ?? 0, collected: 0 }]));
  for (const collection of events.filter(({ name }) => name !== taskName)) {
    const within = tasks.find(({ ts, dur }) => ts <= collection.ts && collection.ts < ts + dur);
    const sum = within && worked.get(within);
    if (sum !== undefined) sum.collected += collection.tdur ?? 0;
  }
  return tasks
    .map((task) => {
      const { all, collected } = worked.get(task) ?? { all: 0, collected: 0 };
      return {
        at: task.ts,
        took: task.dur / 1_000,
        worked: Math.max(0, all - collected) / 1_000,
        collected: collected / 1_000,
      };
    })
    .sort((a, b) => b.worked - a.worked);
}
