/**
 * The page's line to the analysis: hands it the network from the host's feed, then every edit, and keeps what it
 * answers: measures in the `AnalysisState`, clusters and places in the network, by commands that undo passes over.
 *
 *   host --feed--> line --> thread        edits that come meanwhile wait until the feed is through
 *   replica --edit--> line --> thread --> warmth, strengths, connectors   (AnalysisState)
 *                                     --> clusters, places                (atlas.partition, atlas.place)
 */
import { changeMessages } from '../../shared/analysis/feed-messages';
import type { Answer, Question } from '../../shared/analysis/questions';
import { FromAnalysis, type ToAnalysis } from '../../shared/analysis/service-messages';
import type { Result } from '../../shared/contract';
import { KithmapError, toErrorMessage } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import { partitionArgs } from './partition';
import { Regrouping } from './regrouping';
import type { ReplicaChange } from './replica';
import type { Session } from './session';
import { nextTask } from './turns';

/** One end of a line to the thread. */
export interface AnalysisPort {
  /** What the host feeds is passed on as it is: the thread reads it by its schema. */
  post(message: ToAnalysis | JsonObject): void;
  onMessage(receive: (message: unknown) => void): void;
  stop(): void;
}
export type StartAnalysis = () => AnalysisPort;

/** Guessed ties count in measures from this confidence on. */
const guessedFrom = 0.5;
interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** A tidy-up that was asked for, and what of it has come. */
interface Tidy {
  readonly spots: Spot[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

type Told<T extends FromAnalysis['type']> = Extract<FromAnalysis, { type: T }>;

export class AnalysisLine {
  readonly #session: Session;
  readonly #port: AnalysisPort;
  readonly #regrouping: Regrouping;
  #ends: (() => void)[] = [];
  #feeding = 0;
  #loaded = false;
  /** Edits that came while the feed was on its way. */
  #early: ReplicaChange[] = [];
  /** Commands are given one after the other. */
  #keeping: Promise<void> = Promise.resolve();
  readonly #tidies = new Map<string, Tidy>();
  #tidyNumber = 0;
  readonly #questions = new Map<string, (answer: Answer) => void>();
  #questionNumber = 0;
  /** A day was asked for and has not been shown; another one is wanted by now. */
  #showing = false;
  #wanted = false;

  constructor(session: Session, start: StartAnalysis) {
    this.#session = session;
    this.#port = start();
    this.#regrouping = new Regrouping(session);
  }

  start(): void {
    const { replica, analysis, state } = this.#session;
    this.#port.onMessage((message) => {
      const parsed = FromAnalysis.safeParse(message);
      if (parsed.success) this.#hear(parsed.data);
    });
    analysis.onTidy(() => this.#tidy());
    analysis.onAsk((question, hear) => this.#ask(question, hear));
    this.#ends = [
      this.#session.subscribe((event) => this.#regrouping.follow(event)),
      replica.onChange((change) => this.#tell(change)),
      replica.state.subscribe((now, before) => {
        if (now.kind === 'ready' && before.kind !== 'ready') void this.#feed();
      }),
      state.subscribe((now, before) => {
        if (now.today !== before.today) this.#look();
      }),
      analysis.past.subscribe(() => this.#look()),
    ];
    if (replica.state.getState().kind === 'ready') void this.#feed();
  }

  stop(): void {
    for (const end of this.#ends) end();
    this.#feeding++;
    this.#session.analysis.onTidy(undefined);
    this.#session.analysis.onAsk(undefined);
    this.#port.stop();
  }

  #view(): Extract<ToAnalysis, { type: 'view' }>['view'] {
    const { day } = this.#session.analysis.past.getState();
    const asOf = day ?? this.#session.state.getState().today;
    return { asOf, guessedFrom, layout: true, replay: day !== undefined };
  }

  /** Asks for another day once the last one asked for has been shown: whoever drags a handle sees what is there. */
  #look(): void {
    this.#wanted = true;
    if (this.#showing) return;
    this.#wanted = false;
    this.#showing = this.#loaded;
    this.#session.analysis.work.setState({ kind: 'thinking' }, true);
    this.#port.post({ type: 'view', view: this.#view() });
  }

  async #feed(): Promise<void> {
    const mine = ++this.#feeding;
    const { host, analysis } = this.#session;
    this.#loaded = false;
    this.#showing = false;
    this.#early = [];
    analysis.clear();
    this.#regrouping.reset();
    this.#port.post({ type: 'start', view: this.#view() });
    try {
      let stream: string | undefined;
      let seq = 0;
      for (let done = false; !done;) {
        const slice: Result<'feed'> = await host.call('feed', { stream });
        if (mine !== this.#feeding) return;
        ({ stream, done, seq } = slice);
        for (const message of slice.messages) this.#port.post(message);
      }
      this.#loaded = true;
      analysis.work.setState({ kind: 'thinking' }, true);
      for (const change of this.#early) if (change.seq > seq) this.#pass(change);
      this.#early = [];
    } catch (error) {
      if (mine !== this.#feeding) return;
      analysis.work.setState({ kind: 'failed', message: toErrorMessage(error).message }, true);
    }
  }

  #tell(change: ReplicaChange): void {
    if (this.#loaded) this.#pass(change);
    else this.#early.push(change);
  }

  #pass({ seq, patches, more }: ReplicaChange): void {
    // The replica hears a large edit in slices; it has reached the edit with the last of them. Groups found in half a
    // batch would be kept, with the names that half of it proposes.
    const last = this.#session.replica.seq >= seq && more !== true;
    for (const message of changeMessages(seq, patches)) {
      if (message.type !== 'changes') continue;
      this.#port.post(last ? message : { ...message, more: true });
    }
    this.#session.analysis.work.setState({ kind: 'thinking' }, true);
  }

  #hear(answer: FromAnalysis): void {
    const { analysis } = this.#session;
    switch (answer.type) {
      case 'warmth':
        analysis.setWarmth(answer.warmth);
        break;
      case 'strengths':
        analysis.setStrengths(answer.strengths);
        break;
      case 'connectors':
        analysis.setConnectors(answer.connectors);
        break;
      case 'clusters':
        analysis.setClusters(answer.clusters);
        this.#regrouping.heard(answer);
        this.#keep(() => this.#keepClusters(answer));
        break;
      case 'layout':
        this.#keep(() => this.#keepPlaces(answer));
        break;
      case 'answer':
        this.#questions.get(answer.request)?.(answer.answer);
        this.#questions.delete(answer.request);
        break;
      case 'shown':
        this.#showing = false;
        if (this.#wanted) this.#look();
        break;
      case 'progress':
        analysis.work.setState({ kind: 'thinking', job: answer.job, done: answer.done }, true);
        break;
      case 'settled':
        this.#regrouping.settled();
        analysis.work.setState({ kind: 'settled' }, true);
        break;
      case 'failed':
        for (const { reject } of this.#tidies.values()) reject(new KithmapError('internal', answer.message));
        this.#tidies.clear();
        this.#showing = false;
        analysis.work.setState({ kind: 'failed', message: answer.message }, true);
    }
  }

  /** What the app keeps by itself is not worth a message if it fails: the next answer says it again. */
  #keep(work: () => Promise<void>): void {
    if (this.#session.hello.readOnly !== undefined) return;
    this.#keeping = this.#keeping.then(work).catch((error: unknown) => {
      const message = toErrorMessage(error).message;
      this.#session.analysis.work.setState({ kind: 'failed', message }, true);
    });
  }

  async #keepClusters({ clusters, members }: Told<'clusters'>): Promise<void> {
    const { replica } = this.#session;
    const { network } = replica;
    const present = members.filter(({ contact }) => network.has('contacts', contact));
    const args = partitionArgs(
      clusters,
      present,
      replica.list('clusters'),
      (contact) => network.get('positions', contact)?.cluster,
    );
    if (args !== undefined) await this.#session.edit('atlas.partition', { ...args }, { undoable: false });
  }

  async #keepPlaces({ kind, request, places, more }: Told<'layout'>): Promise<void> {
    const { network } = this.#session.replica;
    const spots = places
      .filter(({ contact }) => network.has('contacts', contact))
      .map(({ contact, x, y }) => ({ id: contact, x, y }));
    if (kind === 'newcomers') return this.#keepNewcomers(spots);
    const tidy = request === null ? undefined : this.#tidies.get(request);
    if (request === null || tidy === undefined) return;
    tidy.spots.push(...spots);
    if (more) return;
    this.#tidies.delete(request);
    try {
      await this.#session.edit('atlas.place', { spots: tidy.spots }, { done: 'The map is tidied up' });
      tidy.resolve();
    } catch (error) {
      tidy.reject(error);
      throw error;
    }
  }

  async #keepNewcomers(spots: readonly Spot[]): Promise<void> {
    const { network } = this.#session.replica;
    // Another window may have placed them meanwhile: where they stand, they stay.
    const missing = spots.filter(({ id }) => network.get('positions', id)?.x === undefined);
    if (missing.length === 0) return;
    await this.#session.edit('atlas.place', { spots: missing }, { undoable: false });
    await nextTask();
  }

  #ask(question: Question, hear: (answer: Answer) => void): () => void {
    const request = `ask-${++this.#questionNumber}`;
    this.#questions.set(request, hear);
    this.#port.post({ type: 'ask', request, question });
    return () => {
      if (this.#questions.delete(request)) this.#port.post({ type: 'unask', request });
    };
  }

  #tidy(): Promise<void> {
    const request = `tidy-${++this.#tidyNumber}`;
    return new Promise((resolve, reject) => {
      this.#tidies.set(request, { spots: [], resolve, reject });
      this.#port.post({ type: 'tidy', request });
    });
  }
}
