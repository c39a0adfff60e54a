/**
 * The analysis service: it holds the feed of a network, takes edits, and answers with warmth, strengths, clusters,
 * connectors and places. It works in short pieces between which it hears what is new; work overtaken by an edit is
 * given up. A page, a host or a test starts it at one end of a port and gives it a clock to work by.
 */
import { KithmapError } from '../errors';
import { betweenness, type Betweenness } from './betweenness';
import { type Chunked, scaled } from './chunked';
import { connectors } from './connectors';
import { buildGraph, type Graph } from './graph';
import { layoutAll, type LayoutInput, layoutTidy, placeNewcomers, type Places } from './layout';
import { Answers } from './service-answers';
import { Clusters, type Grouping, type MeasuredPeople } from './service-clusters';
import { type AnalysisView, type FromAnalysis, type Port, ToAnalysis } from './service-messages';
import { ServiceState, untouched } from './service-state';

/** When to go on working, and the time. */
export interface Scheduler {
  /** Calls back soon, after messages that are waiting. */
  soon(run: () => void): void;
  /** Milliseconds. */
  now(): number;
}

/** Work goes on for at most this long before messages are heard again (milliseconds). */
const sliceTime = 8;
/** No more often than this is progress said (milliseconds). */
const progressEvery = 120;
/** Warmth of so many touched contacts is worked out at once, before anything else is heard. */
const atOnce = 200;
/** Entries in one answer. */
const answerLength = 1_000;
const tiesPerChunk = 4_000;
/** From so many people on, an estimate of the connectors is shown while the exact values are worked out. */
const previewFrom = 2_000;
const previewSources = 200;

/** Begins with the first `start` that comes in; ends with `stop`. */
export function startAnalysis(port: Port<FromAnalysis, unknown>, scheduler: Scheduler): void {
  new AnalysisService(port, scheduler).listen();
}

type Job = 'clusters' | 'connectors' | 'layout';

class AnalysisService {
  readonly #port: Port<FromAnalysis, unknown>;
  readonly #scheduler: Scheduler;
  #state = new ServiceState();
  #clusters = new Clusters();
  #touched = untouched();
  #answers = new Answers(this.#state);
  /** Places worked out here that the network does not yet say. */
  readonly #places = new Map<string, { x: number; y: number }>();
  /** Exact betweenness, while the people and ties that count are the same. */
  #between: Betweenness | undefined;
  #view: AnalysisView | undefined;
  #revision = 0;
  #loaded = false;
  #stale = false;
  #settled = true;
  #work: Chunked<void> | undefined;
  #tidy: { readonly request: string; readonly work: Chunked<void> } | undefined;
  #waiting = false;
  #toldProgress = 0;
  #job: Job = 'clusters';

  constructor(port: Port<FromAnalysis, unknown>, scheduler: Scheduler) {
    this.#port = port;
    this.#scheduler = scheduler;
  }

  listen(): void {
    this.#port.onMessage((message) => {
      try {
        const parsed = ToAnalysis.safeParse(message);
        if (!parsed.success) {
          throw new KithmapError(
            'bad-argument',
            'The analysis was sent a message it does not know. Reload the window.',
          );
        }
        this.#hear(parsed.data);
      } catch (error) {
        this.#fail(error);
      }
    });
  }

  #hear(message: ToAnalysis): void {
    switch (message.type) {
      case 'start':
        this.#reset(message.view);
        break;
      case 'load':
        for (const row of message.rows) this.#state.load(message.table, row, this.#touched);
        break;
      case 'loaded':
        this.#revision = message.seq;
        this.#loaded = true;
        this.#taken();
        break;
      case 'changes':
        for (const patch of message.patches) this.#state.apply(patch, this.#touched);
        this.#revision = message.seq;
        if (message.more !== true) this.#taken();
        break;
      case 'view':
        this.#look(message.view);
        break;
      case 'tidy':
        this.#tidy = { request: message.request, work: this.#tidyWork(message.request) };
        this.#goOn();
        break;
      case 'cancelTidy':
        if (this.#tidy?.request === message.request) this.#tidy = undefined;
        break;
      case 'stop':
        this.#reset(undefined);
        break;
    }
  }

  #reset(view: AnalysisView | undefined): void {
    this.#state = new ServiceState();
    this.#clusters = new Clusters();
    this.#touched = untouched();
    this.#answers = new Answers(this.#state);
    this.#between = undefined;
    this.#places.clear();
    this.#view = view;
    this.#revision = 0;
    this.#loaded = false;
    this.#stale = false;
    this.#settled = true;
    this.#work = undefined;
    this.#tidy = undefined;
  }

  #look(view: AnalysisView): void {
    const before = this.#view;
    this.#view = view;
    if (before?.asOf !== view.asOf) {
      for (const contact of this.#state.contacts.keys()) this.#touched.warmth.add(contact);
    }
    for (const tie of this.#state.ties.keys()) this.#touched.ties.add(tie);
    this.#stale = true;
    this.#between = undefined;
    if (this.#loaded) this.#goOn();
  }

  /** An edit has been taken in as a whole: answer at once what is cheap, and start over what it overtakes. */
  #taken(): void {
    const touched = this.#touched;
    const view = this.#view;
    if (!this.#loaded || view === undefined) return;
    for (const contact of touched.clusterSaid) {
      const news = this.#clusters.said(contact, this.#state.positions.get(contact)?.cluster);
      if (news) this.#stale = true;
    }
    for (const contact of touched.placeSaid) {
      this.#places.delete(contact);
      if (!this.#hasPlace(contact) && this.#state.isShown(contact)) this.#stale = true;
    }
    touched.clusterSaid.clear();
    touched.placeSaid.clear();
    if (touched.people.size > 0) this.#between = undefined;
    if (touched.people.size > 0 || touched.traits) this.#stale = true;
    touched.traits = false;
    if (touched.warmth.size <= atOnce) this.#answerWarmth(view, atOnce);
    if (touched.ties.size <= atOnce) this.#answerStrengths(view, atOnce);
    this.#goOn();
  }

  #goOn(): void {
    this.#settled = false;
    if (this.#waiting) return;
    this.#waiting = true;
    this.#scheduler.soon(() => {
      this.#waiting = false;
      try {
        const until = this.#scheduler.now() + sliceTime;
        while (this.#piece()) {
          if (this.#scheduler.now() < until) continue;
          this.#goOn();
          return;
        }
      } catch (error) {
        this.#work = undefined;
        this.#tidy = undefined;
        this.#fail(error);
      }
    });
  }

  /** One piece of whatever is most urgent; false when nothing is left to do. */
  #piece(): boolean {
    const view = this.#view;
    if (!this.#loaded || view === undefined) return false;
    if (this.#touched.warmth.size > 0) {
      this.#answerWarmth(view, answerLength / 4);
      return true;
    }
    if (this.#touched.ties.size > 0) {
      this.#answerStrengths(view, answerLength);
      return true;
    }
    if (this.#stale) {
      this.#stale = false;
      this.#work = this.#wholeWork(view);
    }
    if (this.#tidy !== undefined) {
      if (this.#advance(this.#tidy.work, 'layout')) this.#tidy = undefined;
      return true;
    }
    if (this.#work !== undefined) {
      if (this.#advance(this.#work, this.#job)) this.#work = undefined;
      return true;
    }
    if (!this.#settled) this.#port.post({ type: 'settled', revision: this.#revision });
    this.#settled = true;
    return false;
  }

  /** @returns true when the work is done. */
  #advance(work: Chunked<void>, job: Job): boolean {
    const piece = work.next();
    if (piece.done === true) return true;
    const now = this.#scheduler.now();
    if (now - this.#toldProgress >= progressEvery) {
      this.#toldProgress = now;
      this.#port.post({ type: 'progress', job, done: piece.value });
    }
    return false;
  }

  #answerWarmth(view: AnalysisView, most: number): void {
    const warmth = this.#answers.nextWarmth(this.#touched.warmth, most, view);
    if (warmth.length === 0) return;
    this.#port.post({ type: 'warmth', revision: this.#revision, asOf: view.asOf, warmth });
  }

  #answerStrengths(view: AnalysisView, most: number): void {
    const strengths = this.#answers.nextStrengths(this.#touched.ties, most, view);
    if (strengths.length > 0) this.#port.post({ type: 'strengths', revision: this.#revision, strengths });
  }

  /** Clusters, then places for newcomers, then connectors. */
  *#wholeWork(view: AnalysisView): Chunked<void> {
    const touched = new Set(this.#touched.people);
    this.#job = 'clusters';
    const measured = yield* scaled(
      this.#people((id) => this.#state.isMeasured(id), view),
      0,
      0.1,
    );
    const { grouping, news } = yield* scaled(
      this.#clusters.update(measured, touched, (cluster) => this.#state.clusters.get(cluster)?.tint),
      0.1,
      0.9,
    );
    for (const id of touched) this.#touched.people.delete(id);
    if (news !== undefined) {
      const { members, ...rest } = news;
      const clusters = [...rest.clusters];
      for (let from = 0; from === 0 || from < members.length; from += answerLength) {
        const slice = members.slice(from, from + answerLength);
        this.#port.post({ type: 'clusters', revision: this.#revision, ...rest, clusters, members: slice });
      }
    }
    if (view.layout) {
      this.#job = 'layout';
      yield* this.#newcomers(view);
    }
    this.#job = 'connectors';
    yield* this.#connectors(measured, grouping);
  }

  *#connectors({ graph, ids }: MeasuredPeople, { groups, clusterIds }: Grouping): Chunked<void> {
    const tell = ({ pairs, sources, allSources }: Betweenness): void => {
      const found = connectors(graph, groups, clusterIds.length, pairs);
      this.#port.post({
        type: 'connectors',
        revision: this.#revision,
        exact: sources === allSources,
        connectors: found.map(({ person, reaches, alone, ...rest }) => ({
          contact: ids[person]!,
          ...rest,
          reaches: reaches.map(({ group, people }) => ({ cluster: clusterIds[group]!, people })),
          alone: alone.map((group) => clusterIds[group]!),
        })),
      });
    };
    const preview = graph.size >= previewFrom ? { after: previewSources, show: tell } : undefined;
    this.#between ??= yield* betweenness(graph, { preview });
    tell(this.#between);
  }

  *#newcomers(view: AnalysisView): Chunked<void> {
    const missing = [...this.#state.contacts.keys()].filter(
      (id) => this.#state.isShown(id) && !this.#hasPlace(id),
    );
    if (missing.length === 0) return;
    const { input, ids, places } = yield* scaled(this.#shown(view), 0, 0.05);
    const scratch = missing.length === ids.length;
    const found = yield* scaled(scratch ? layoutAll(input) : placeNewcomers(input, places), 0.05, 0.95);
    const isMissing = new Set(missing);
    this.#tellPlaces('newcomers', null, found, ids, (id) => isMissing.has(id));
    for (const [i, id] of ids.entries()) {
      if (isMissing.has(id)) this.#places.set(id, { x: found.x[i]!, y: found.y[i]! });
    }
  }

  *#tidyWork(request: string): Chunked<void> {
    const view = this.#view;
    if (view === undefined) return;
    const { input, ids, places } = yield* scaled(this.#shown(view), 0, 0.05);
    const pinned = ids.map((id) => (this.#state.positions.get(id)?.pinned === true ? 1 : 0));
    const found = yield* scaled(layoutTidy(input, places, pinned), 0.05, 0.95);
    this.#tellPlaces('tidy', request, found, ids, (_, i) => pinned[i] === 0);
  }

  #tellPlaces(
    kind: 'newcomers' | 'tidy',
    request: string | null,
    { x, y }: Places,
    ids: readonly string[],
    tell: (id: string, index: number) => boolean,
  ): void {
    const places = ids.flatMap((contact, i) =>
      tell(contact, i) ? [{ contact, x: Math.round(x[i]! * 10) / 10, y: Math.round(y[i]! * 10) / 10 }] : [],
    );
    this.#port.post({ type: 'layout', revision: this.#revision, kind, request, places });
  }

  /** Everyone on the map with their places, for the layout. */
  *#shown(view: AnalysisView): Chunked<{ input: LayoutInput; ids: readonly string[]; places: Places }> {
    const { graph, ids, indexOf } = yield* this.#people((id) => this.#state.isShown(id), view);
    const { groups, clusterIds } = this.#clusters.grouping(ids);
    const me = this.#state.me;
    const middle = me === undefined ? undefined : indexOf.get(me);
    const at = (id: string): { x?: number; y?: number } =>
      this.#places.get(id) ?? this.#state.positions.get(id) ?? {};
    const places = {
      x: Float64Array.from(ids, (id) => at(id).x ?? NaN),
      y: Float64Array.from(ids, (id) => at(id).y ?? NaN),
    };
    return { input: { graph, groups, groupCount: clusterIds.length, middle }, ids, places };
  }

  #hasPlace(id: string): boolean {
    const position = this.#state.positions.get(id);
    return this.#places.has(id) || (position?.x !== undefined && position.y !== undefined);
  }

  /** The people who qualify, the ties between them, and their traits. */
  *#people(qualifies: (id: string) => boolean, view: AnalysisView): Chunked<MeasuredPeople> {
    const ids = [...this.#state.contacts.keys()].filter(qualifies);
    const indexOf = new Map(ids.map((id, index) => [id, index]));
    const traits = ids.map((id) => this.#state.traitsOf(this.#state.contacts.get(id)!));
    yield 0.1;
    const a: number[] = [];
    const b: number[] = [];
    const weight: number[] = [];
    const confidence: number[] = [];
    let seen = 0;
    for (const tie of this.#state.ties.values()) {
      const from = indexOf.get(tie.a);
      const to = indexOf.get(tie.b);
      const told = this.#answers.strength(tie.id);
      if (from !== undefined && to !== undefined && told !== undefined) {
        a.push(from);
        b.push(to);
        weight.push(told.strength);
        confidence.push(told.confidence);
      }
      if (++seen % tiesPerChunk === 0) yield seen / this.#state.ties.size;
    }
    const graph: Graph = buildGraph(
      ids.length,
      { a, b, weight, confidence },
      { guessedFrom: view.guessedFrom },
    );
    yield 1;
    return { ids, indexOf, graph, traits };
  }

  #fail(error: unknown): void {
    const message =
      error instanceof KithmapError
        ? error.message
        : 'The analysis failed. What you see may be out of date; reload the window.';
    this.#port.post({ type: 'failed', message });
  }
}
