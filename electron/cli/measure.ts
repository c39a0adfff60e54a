/** The measures of a whole network at once, by the analysis that the window runs: questions in, answers out. */
import { setImmediate } from 'node:timers';
import { type Answer, type AnswerTo, isAnswerTo, type Question } from '../../shared/analysis/questions';
import { startAnalysis } from '../../shared/analysis/service';
import {
  type AnalysisView,
  type ContactWarmth,
  type FromAnalysis,
  ToAnalysis,
} from '../../shared/analysis/service-messages';
import type { Host } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';

type Clusters = Extract<FromAnalysis, { type: 'clusters' }>;

export interface Measured {
  readonly warmth: ReadonlyMap<string, ContactWarmth>;
  readonly clusterOf: ReadonlyMap<string, string>;
  readonly clusters: Clusters['clusters'];
  /** @throws KithmapError `internal` for a question that was not put */
  answer<K extends Question['kind']>(kind: K): AnswerTo<K>;
}

/** Puts questions, one of each kind, to the analysis of the network that a host holds. */
export async function measure(
  host: Host,
  view: AnalysisView,
  questions: readonly Question[],
): Promise<Measured> {
  const answers = new Map<string, Answer>();
  const warmth = new Map<string, ContactWarmth>();
  const clusterOf = new Map<string, string>();
  let clusters: Clusters['clusters'] = [];
  let tell: (message: unknown) => void = () => undefined;
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const done = new Promise<void>((onDone, onFailed) => {
    resolve = onDone;
    reject = onFailed;
  });
  const hear = (message: FromAnalysis): void => {
    switch (message.type) {
      case 'warmth':
        for (const one of message.warmth) warmth.set(one.contact, one);
        break;
      case 'clusters':
        ({ clusters } = message);
        for (const { contact, cluster } of message.members) {
          if (cluster === null) clusterOf.delete(contact);
          else clusterOf.set(contact, cluster);
        }
        break;
      case 'answer':
        answers.set(message.answer.kind, message.answer);
        if (answers.size === questions.length) resolve();
        break;
      case 'failed':
        reject(new KithmapError('internal', message.message));
        break;
      case 'strengths':
      case 'connectors':
      case 'layout':
      case 'progress':
      case 'shown':
      case 'settled':
        break;
    }
  };
  startAnalysis(
    {
      post: hear,
      onMessage: (receive) => {
        tell = receive;
      },
    },
    {
      soon: (run) => {
        setImmediate(run);
      },
      now: () => performance.now(),
    },
  );
  tell({ type: 'start', view });
  await feed(host, tell);
  for (const question of questions) tell({ type: 'ask', request: question.kind, question });
  await done;
  tell({ type: 'stop' });
  return {
    warmth,
    clusterOf,
    clusters,
    answer: (kind) => {
      const answer = answers.get(kind);
      if (answer !== undefined && isAnswerTo(answer, kind)) return answer;
      throw new KithmapError('internal', `The analysis was not asked for ${kind}.`);
    },
  };
}

async function feed(host: Host, tell: (message: ToAnalysis) => void): Promise<void> {
  let stream: string | undefined;
  for (;;) {
    const slice = await host.call('feed', { stream });
    for (const message of slice.messages) tell(ToAnalysis.parse(message));
    if (slice.done) return;
    stream = slice.stream;
  }
}
