/**
 * The analysis service: it holds the feed of a network, takes edits, and answers with warmth, strengths, clusters,
 * connectors and places. It works in short pieces between which it hears what is new; work overtaken by an edit is
 * given up. A page, a host or a test starts it at one end of a port and gives it a clock to work by.
 */
import { KithmapError } from '../errors';
import { BetweennessTeam, type ToAssistant } from './betweenness-team';
import { type Chunked, finish, scaled } from './chunked';
import { layoutAll, type LayoutInput, layoutTidy, placeNewcomers, type Places } from './layout';
import type { Question } from './questions';
import type { ClusterNews, Grouping } from './service-clusters';
import { Held } from './service-held';
import { type AnalysisView, type FromAnalysis, type Port, ToAnalysis } from './service-messages';
import { People } from './service-people';
import { untouched } from './service-state';

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

/**
 * Begins with the first `start` that comes in; ends with `stop`.
 * @param assistant the line to a second thread that shares the longest work (betweenness-team.ts)
 */
export function startAnalysis(
  port: Port<FromAnalysis, unknown>,
  scheduler: Scheduler,
  assistant?: Port<ToAssistant, unknown>,
): void {
  new AnalysisService(port, scheduler, new BetweennessTeam(assistant)).listen();
}

type Job = Extract<FromAnalysis, { type: 'progress' }>['job'];

class AnalysisService {
  readonly #port: Port<FromAnalysis, unknown>;
  readonly #scheduler: Scheduler;
  readonly #team: BetweennessTeam;
  #held: Held | undefined;
  #stale = false;
  #settled = true;
  /** The revision for which it was last said that nothing is left. */
  #toldSettled = -1;
  #work: Chunked<void> | undefined;
  #tidy: { readonly request: string; readonly work: Chunked<void> } | undefined;
  #answering: { readonly request: string; readonly work: Chunked<void> } | undefined;
  #waiting = false;
  #toldProgress = 0;
  #job: Job = 'clusters';

  constructor(port: Port<FromAnalysis, unknown>, scheduler: Scheduler, team: BetweennessTeam) {
    this.#port = port;
    this.#scheduler = scheduler;
    this.#team = team;
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
    if (message.type === 'start') {
      this.#reset(new Held(message.view, this.#team));
      return;
    }
    const held = this.#held;
    if (held === undefined) return;
    switch (message.type) {
      case 'load':
        for (const row of message.rows) held.state.load(message.table, row, held.touched);
        break;
      case 'loaded':
        held.revision = message.seq;
        held.loaded = true;
        this.#stale = true;
        this.#taken(held);
        break;
      case 'changes':
        for (const patch of message.patches) held.state.apply(patch, held.touched);
        // At once: a part of a large edit may be answered before the rest of it is here.
        for (const contact of held.touched.warmth) held.answers.forgetDays(contact);
        held.revision = message.seq;
        if (message.more !== true) this.#taken(held);
        break;
      case 'view':
        this.#look(held, message.view);
        break;
      case 'tidy':
        this.#tidy = { request: message.request, work: this.#tidyWork(held, message.request) };
        this.#settled = false;
        this.#goOn();
        break;
      case 'cancelTidy':
        if (this.#tidy?.request === message.request) this.#tidy = undefined;
        break;
      case 'ask':
        held.asked.set(message.request, message.question);
        this.#goOn();
        break;
      case 'unask':
        held.asked.delete(message.request);
        if (this.#answering?.request === message.request) this.#answering = undefined;
        break;
      case 'stop':
        this.#reset(undefined);
        break;
    }
  }

  #reset(held: Held | undefined): void {
    this.#held = held;
    this.#stale = false;
    this.#settled = true;
    this.#toldSettled = -1;
    this.#work = undefined;
    this.#tidy = undefined;
    this.#answering = undefined;
  }

  #look(held: Held, view: AnalysisView): void {
    const before = held.view;
    held.view = view;
    const { state, touched } = held;
    if (before.asOf !== view.asOf) for (const contact of state.contacts.keys()) touched.warmth.add(contact);
    for (const tie of state.ties.keys()) touched.ties.add(tie);
    held.people.forget();
    this.#stale = true;
    if (held.loaded) this.#goOn();
  }

  /** An edit has been taken in as a whole: answer at once what is cheap, and start over what it overtakes. */
  #taken(held: Held): void {
    if (!held.loaded) return;
    const { touched, state, clusters, people } = held;
    for (const contact of held.isAfresh ? [] : touched.clusterSaid) {
      if (clusters.said(contact, state.positions.get(contact)?.cluster)) this.#stale = true;
    }
    for (const contact of touched.placeSaid) {
      held.places.delete(contact);
      if (!held.hasPlace(contact) && state.isShown(contact)) this.#stale = true;
    }
    touched.clusterSaid.clear();
    touched.placeSaid.clear();
    if (touched.people.size + touched.traits.size > 0) this.#stale = true;
    if (touched.warmth.size <= atOnce) this.#answerWarmth(held, atOnce);
    if (touched.ties.size <= atOnce) this.#answerStrengths(held, atOnce);
    if (touched.ties.size === 0 && people.isSmall(touched)) finish(this.#follow(held));
    this.#answering = undefined;
    this.#goOn();
  }

  #goOn(): void {
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
        this.#answering = undefined;
        this.#fail(error);
      }
    });
  }

  /** One piece of whatever is most urgent; false when nothing is left to do. */
  #piece(): boolean {
    const held = this.#held;
    if (held?.loaded !== true) return false;
    if (held.touched.warmth.size > 0) {
      this.#answerWarmth(held, answerLength / 4);
      return true;
    }
    if (held.touched.ties.size > 0) {
      this.#answerStrengths(held, answerLength);
      return true;
    }
    if (this.#stale) {
      this.#stale = false;
      this.#settled = false;
      this.#port.post({ type: 'shown', asOf: held.view.asOf });
      this.#work = this.#wholeWork(held);
    }
    if (this.#answering === undefined) this.#take(held, this.#work === undefined);
    if (this.#answering !== undefined) {
      if (this.#advance(this.#answering.work)) this.#answering = undefined;
      return true;
    }
    if (this.#tidy !== undefined) {
      if (this.#advance(this.#tidy.work, 'layout')) this.#tidy = undefined;
      return true;
    }
    if (this.#work !== undefined) {
      if (this.#advance(this.#work, this.#job)) this.#work = undefined;
      return true;
    }
    if (this.#toldSettled !== held.revision || !this.#settled) {
      this.#port.post({ type: 'settled', revision: held.revision });
    }
    this.#toldSettled = held.revision;
    this.#settled = true;
    return false;
  }

  /** Takes up the next question that can be answered: any of them only when all has been worked out. */
  #take(held: Held, any: boolean): void {
    for (const [request, question] of held.asked) {
      if (!any && !held.questions.isReady(question)) continue;
      this.#answering = { request, work: this.#answer(held, request, question) };
      return;
    }
  }

  *#answer(held: Held, request: string, question: Question): Chunked<void> {
    const answer = yield* held.questions.answer(question);
    held.asked.delete(request);
    this.#port.post({ type: 'answer', request, revision: held.revision, answer });
  }

  /** @returns true when the work is done. */
  #advance(work: Chunked<void>, job?: Job): boolean {
    const piece = work.next();
    if (piece.done === true) return true;
    const now = this.#scheduler.now();
    if (job !== undefined && now - this.#toldProgress >= progressEvery) {
      this.#toldProgress = now;
      this.#port.post({ type: 'progress', job, done: piece.value });
    }
    return false;
  }

  #answerWarmth({ answers, touched, view, revision }: Held, most: number): void {
    const warmth = answers.nextWarmth(touched.warmth, most, view);
    if (warmth.length > 0) this.#port.post({ type: 'warmth', revision, asOf: view.asOf, warmth });
  }

  #answerStrengths({ answers, touched, view, revision }: Held, most: number): void {
    const strengths = answers.nextStrengths(touched.ties, most, view);
    if (strengths.length > 0) this.#port.post({ type: 'strengths', revision, strengths });
  }

  /** Takes into the graph what edits touched. */
  *#follow({ people, touched, view, regroup }: Held): Chunked<void> {
    yield* people.follow(touched, view);
    for (const id of touched.people) regroup.add(id);
    touched.people.clear();
    touched.traits.clear();
  }

  /** Clusters, then places for newcomers, then what the whole says of everybody. */
  *#wholeWork(held: Held): Chunked<void> {
    this.#job = 'clusters';
    yield* scaled(this.#follow(held), 0, 0.1);
    const grouping = yield* scaled(this.#regroup(held), 0.1, 0.9);
    if (held.view.layout && held.view.replay !== true) {
      this.#job = 'layout';
      yield* this.#newcomers(held);
    }
    yield* this.#stand(held, grouping);
    if (held.view.replay === true || !held.clusters.isDue) return;
    // How far the groups can be trusted is told once everything else is: it takes ten looks at the network.
    this.#job = 'clusters';
    const reviewed = yield* held.clusters.review(held.measured(), held.said, held.keeping);
    this.#tellClusters(held, reviewed.news);
    if (reviewed.news?.regrouped === true) yield* this.#stand(held, reviewed.grouping);
  }

  *#stand(held: Held, grouping: Grouping): Chunked<void> {
    this.#job = 'connectors';
    yield* held.standings.update(held, grouping, (found) =>
      this.#port.post({ type: 'connectors', revision: held.revision, ...found }),
    );
  }

  *#regroup(held: Held): Chunked<Grouping> {
    const { people, clusters, regroup, view } = held;
    if (view.replay === true) return clusters.grouping(people.ids);
    const { grouping, news } = yield* clusters.update(held.measured(), regroup, held.said, held.keeping);
    regroup.clear();
    this.#tellClusters(held, news);
    return grouping;
  }

  #tellClusters({ revision }: Held, news: ClusterNews | undefined): void {
    if (news === undefined) return;
    const { members, ...rest } = news;
    const all = [...rest.clusters];
    for (let from = 0; from === 0 || from < members.length; from += answerLength) {
      const slice = members.slice(from, from + answerLength);
      this.#port.post({ type: 'clusters', revision, ...rest, clusters: all, members: slice });
    }
  }

  *#newcomers(held: Held): Chunked<void> {
    const { state } = held;
    const missing = [...state.contacts.keys()].filter((id) => state.isShown(id) && !held.hasPlace(id));
    if (missing.length === 0) return;
    const { input, ids, places } = yield* scaled(this.#shown(held), 0, 0.05);
    const scratch = missing.length === ids.length;
    const found = yield* scaled(scratch ? layoutAll(input) : placeNewcomers(input, places), 0.05, 0.95);
    const isMissing = new Set(missing);
    this.#tellPlaces(held, null, found, ids, (id) => isMissing.has(id));
    for (const [i, id] of ids.entries()) {
      if (isMissing.has(id)) held.places.set(id, { x: found.x[i]!, y: found.y[i]! });
    }
  }

  *#tidyWork(held: Held, request: string): Chunked<void> {
    const { input, ids, places } = yield* scaled(this.#shown(held), 0, 0.05);
    const pinned = ids.map((id) => (held.state.positions.get(id)?.pinned === true ? 1 : 0));
    const found = yield* scaled(layoutTidy(input, places, pinned), 0.05, 0.95);
    this.#tellPlaces(held, request, found, ids, (_, i) => pinned[i] === 0);
  }

  /** @param request of the tidy-up; null: newcomers get their first place */
  #tellPlaces(
    { revision }: Held,
    request: string | null,
    { x, y }: Places,
    ids: readonly string[],
    tell: (id: string, index: number) => boolean,
  ): void {
    const places = ids.flatMap((contact, i) =>
      tell(contact, i) ? [{ contact, x: Math.round(x[i]! * 10) / 10, y: Math.round(y[i]! * 10) / 10 }] : [],
    );
    const kind = request === null ? 'newcomers' : 'tidy';
    for (let from = 0; from === 0 || from < places.length; from += answerLength) {
      const more = from + answerLength < places.length;
      const slice = places.slice(from, from + answerLength);
      this.#port.post({ type: 'layout', revision, kind, request, places: slice, more });
    }
  }

  /** Everyone on the map with their places, for the layout. */
  *#shown(held: Held): Chunked<{ input: LayoutInput; ids: readonly string[]; places: Places }> {
    const { state, answers, clusters, view } = held;
    const shown = new People(state, answers, (id) => state.isShown(id));
    yield* shown.follow(untouched(), view);
    const { ids, indexOf } = shown;
    const { groups, clusterIds } = clusters.grouping(ids);
    const middle = state.me === undefined ? undefined : indexOf.get(state.me);
    const at = (id: string): { x?: number; y?: number } =>
      held.places.get(id) ?? state.positions.get(id) ?? {};
    const places = {
      x: Float64Array.from(ids, (id) => at(id).x ?? NaN),
      y: Float64Array.from(ids, (id) => at(id).y ?? NaN),
    };
    const graph = shown.compact();
    return { input: { graph, groups, groupCount: clusterIds.length, middle }, ids, places };
  }

  #fail(error: unknown): void {
    const message =
      error instanceof KithmapError
        ? error.message
        : 'The analysis failed. What you see may be out of date; reload the window.';
    this.#port.post({ type: 'failed', message });
  }
}
