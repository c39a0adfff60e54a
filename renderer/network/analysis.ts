/**
 * The page's line to the analysis: hands it the network from the host's feed, then every edit, and keeps what it
 * answers: measures in the `AnalysisState`, clusters and places in the network, by commands that undo passes over.
 *
 *   host --feed--> line --> thread        edits that come meanwhile wait until the feed is through
 *   replica --edit--> line --> thread --> warmth, strengths, connectors   (AnalysisState)
 *                                     --> clusters, places                (atlas.partition, atlas.place)
 */
import { changeMessages } from '../../shared/analysis/feed-messages';
import { FromAnalysis, type ToAnalysis } from '../../shared/analysis/service-messages';
import type { Result } from '../../shared/contract';
import { KithmapError, toErrorMessage } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import { partitionArgs } from './partition';
import type { ReplicaChange } from './replica';
import type { Session } from './session';
import { turns } from './turns';

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
/** Places kept by one command, so that no edit of the app's own holds up one of the person's. */
const placesAtOnce = 2_000;

type Answer<T extends FromAnalysis['type']> = Extract<FromAnalysis, { type: T }>;

export class AnalysisLine {
  readonly #session: Session;
  readonly #port: AnalysisPort;
  #ends: (() => void)[] = [];
  #feeding = 0;
  #loaded = false;
  /** Edits that came while the feed was on its way. */
  #early: ReplicaChange[] = [];
  /** Commands are given one after the other. */
  #keeping: Promise<void> = Promise.resolve();
  readonly #tidies = new Map<string, { resolve: () => void; reject: (error: unknown) => void }>();
  #tidyNumber = 0;

  constructor(session: Session, start: StartAnalysis) {
    this.#session = session;
    this.#port = start();
  }

  start(): void {
    const { replica, analysis, state } = this.#session;
    this.#port.onMessage((message) => {
      const parsed = FromAnalysis.safeParse(message);
      if (parsed.success) this.#hear(parsed.data);
    });
    analysis.onTidy(() => this.#tidy());
    this.#ends = [
      replica.onChange((change) => this.#tell(change)),
      replica.state.subscribe((now, before) => {
        if (now.kind === 'ready' && before.kind !== 'ready') void this.#feed();
      }),
      state.subscribe((now, before) => {
        if (now.today !== before.today) this.#port.post({ type: 'view', view: this.#view() });
      }),
    ];
    if (replica.state.getState().kind === 'ready') void this.#feed();
  }

  stop(): void {
    for (const end of this.#ends) end();
    this.#feeding++;
    this.#session.analysis.onTidy(undefined);
    this.#port.stop();
  }

  #view(): Extract<ToAnalysis, { type: 'view' }>['view'] {
    return { asOf: this.#session.state.getState().today, guessedFrom, layout: true };
  }

  async #feed(): Promise<void> {
    const mine = ++this.#feeding;
    const { host, analysis } = this.#session;
    this.#loaded = false;
    this.#early = [];
    analysis.clear();
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

  #pass({ seq, patches }: ReplicaChange): void {
    // The replica hears a large edit in slices; it has reached the edit with the last of them.
    const last = this.#session.replica.seq >= seq;
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
        this.#keep(() => this.#keepClusters(answer));
        break;
      case 'layout':
        this.#keep(() => this.#keepPlaces(answer));
        break;
      case 'progress':
        analysis.work.setState({ kind: 'thinking', job: answer.job, done: answer.done }, true);
        break;
      case 'settled':
        analysis.work.setState({ kind: 'settled' }, true);
        break;
      case 'failed':
        for (const { reject } of this.#tidies.values()) reject(new KithmapError('internal', answer.message));
        this.#tidies.clear();
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

  async #keepClusters({ clusters, members }: Answer<'clusters'>): Promise<void> {
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

  async #keepPlaces({ kind, request, places }: Answer<'layout'>): Promise<void> {
    const { network } = this.#session.replica;
    const waiting = request === null ? undefined : this.#tidies.get(request);
    const spots = places
      .filter(({ contact }) => network.has('contacts', contact))
      .map(({ contact, x, y }) => ({ id: contact, x, y }));
    try {
      if (kind === 'tidy') {
        if (waiting !== undefined) {
          await this.#session.edit('atlas.place', { spots }, { done: 'The map is tidied up' });
        }
      } else {
        await this.#keepNewcomers(spots);
      }
      waiting?.resolve();
    } catch (error) {
      waiting?.reject(error);
      throw error;
    } finally {
      if (request !== null) this.#tidies.delete(request);
    }
  }

  async #keepNewcomers(spots: readonly { id: string; x: number; y: number }[]): Promise<void> {
    const { network } = this.#session.replica;
    // Another window may have placed them meanwhile: where they stand, they stay.
    const missing = spots.filter(({ id }) => network.get('positions', id)?.x === undefined);
    const turn = turns();
    for (let at = 0; at < missing.length; at += placesAtOnce) {
      const part = missing.slice(at, at + placesAtOnce);
      await this.#session.edit('atlas.place', { spots: part }, { undoable: false });
      await turn.next();
    }
  }

  #tidy(): Promise<void> {
    const request = `tidy-${++this.#tidyNumber}`;
    return new Promise((resolve, reject) => {
      this.#tidies.set(request, { resolve, reject });
      this.#port.post({ type: 'tidy', request });
    });
  }
}
