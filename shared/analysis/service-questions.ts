/** Answers to what can be asked of the analysis (questions.ts), from what the service holds. */
import type { Chunked } from './chunked';
import { connectedComponents } from './components';
import { degree } from './graph';
import type { Answer, AnswerTo, Question } from './questions';
import { connectorsAnswer, fallsOffAnswer, pairsAnswer, tiesAnswer } from './service-connectors';
import { CoolingAnswers } from './service-cooling';
import { clustersAnswer, diversityAnswer, gapsAnswer } from './service-diversity';
import { gapsIfAnswer } from './service-gaps-if';
import { personAnswer } from './service-person';
import type { Sources } from './service-sources';
import { whatIfAnswer } from './service-what-if';
import { dayFromNumber } from '../time';

const peoplePerChunk = 200;

export class Questions {
  readonly #from: Sources;
  readonly #cooling = new CoolingAnswers();

  constructor(from: Sources) {
    this.#from = from;
  }

  /** Can be answered while the whole is still being worked out. */
  isReady(question: Question): boolean {
    return question.kind === 'person' && this.#from.isFollowed;
  }

  *answer(question: Question): Chunked<Answer> {
    switch (question.kind) {
      case 'summary':
        return this.#summary();
      case 'connectors':
        return yield* connectorsAnswer(this.#from, question.most);
      case 'ties':
        return yield* tiesAnswer(this.#from);
      case 'person':
        return yield* personAnswer(this.#from, question.contact);
      case 'pairs':
        return pairsAnswer(this.#from, question.contact, question.most);
      case 'fallsOff':
        return fallsOffAnswer(this.#from, question.contact, question.most);
      case 'whatIf':
        return yield* whatIfAnswer(this.#from, question);
      case 'gapsIf':
        return yield* gapsIfAnswer(this.#from, question);
      case 'cooling':
        return yield* this.#cooling.answer(this.#from);
      case 'diversity':
        return yield* diversityAnswer(this.#from, question.scope);
      case 'gaps':
        return yield* gapsAnswer(this.#from);
      case 'clusters':
        return yield* clustersAnswer(this.#from);
      case 'history':
        return yield* this.#history();
    }
  }

  *#history(): Chunked<AnswerTo<'history'>> {
    const { state, people } = this.#from;
    const ids = [...people.ids];
    const days = new Map<string, number>();
    let first: string | null = null;
    for (const [at, id] of ids.entries()) {
      if (at % peoplePerChunk === 0) yield at / ids.length;
      for (const number of state.contactDaysOf(id).days) {
        const day = dayFromNumber(number);
        if (first === null || day < first) first = day;
        const month = day.slice(0, 7);
        days.set(month, (days.get(month) ?? 0) + 1);
      }
    }
    if (first === null) return { kind: 'history', first, months: [] };
    const months: { month: string; days: number }[] = [];
    const last = [...days.keys()].reduce((latest, month) => (month > latest ? month : latest));
    for (let month = first.slice(0, 7); month <= last; month = monthAfter(month)) {
      months.push({ month, days: days.get(month) ?? 0 });
    }
    return { kind: 'history', first, months };
  }

  #summary(): AnswerTo<'summary'> {
    const { state, people, answers, view } = this.#from;
    const graph = people.compact();
    const { sizes } = connectedComponents(graph);
    let guessed = 0;
    let guessedLeftOut = 0;
    for (const tie of state.ties.values()) {
      if (tie.state === 'known' || !people.indexOf.has(tie.a) || !people.indexOf.has(tie.b)) continue;
      if (answers.strengthNow(tie, view).counts) guessed++;
      else guessedLeftOut++;
    }
    const joined = [...sizes].filter((size) => size > 1);
    return {
      kind: 'summary',
      asOf: view.asOf,
      people: people.ids.length,
      ties: people.graph.ties,
      guessed,
      guessedLeftOut,
      withMe: view.withMe === true,
      pieces: joined.length,
      largestPiece: Math.max(0, ...joined),
      isolates: people.ids.filter((_, person) => degree(graph, person) === 0).length,
      spokenWith: people.ids.filter((id) => (answers.warmth(id)?.days ?? 0) > 0).length,
    };
  }
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`;
}
