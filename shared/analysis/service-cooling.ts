/** Answers on cooling: everyone's order and reasons, and the chances that the user's own log supports. */
import { dayNumber } from '../time';
import { type Chunked, scaled } from './chunked';
import type { ContactHistory } from './cooling-cases';
import { type CoolingFit, fitCooling } from './cooling-fit';
import { coolingList, type CoolingPerson } from './cooling-list';
import type { AnswerTo } from './questions';
import type { Sources } from './service-sources';

const peoplePerChunk = 200;
/** A log that grew by less than this share says the same. */
const worthAnother = 0.02;

export class CoolingAnswers {
  #fit: { readonly fit: CoolingFit; readonly asOf: string; readonly days: number } | undefined;

  *answer({ people, answers, clusters, state, view }: Sources): Chunked<AnswerTo<'cooling'>> {
    const ids = [...people.ids];
    const asOf = dayNumber(view.asOf);
    const list: CoolingPerson[] = [];
    const histories: ContactHistory[] = [];
    let days = 0;
    for (const [at, id] of ids.entries()) {
      if (at % peoplePerChunk === 0) yield (0.3 * at) / ids.length;
      const warmth = answers.warmthAt(id, asOf);
      if (warmth === undefined) continue;
      list.push({ contact: id, cluster: clusters.of(id) ?? null, warmth });
      const past = state.contactDaysOf(id).days.filter((day) => day <= asOf);
      days += past.length;
      if (past.length > 0) histories.push({ key: id, days: past, pauses: state.pausesOf(id, asOf).paused });
    }
    let kept = this.#fit;
    if (kept?.asOf !== view.asOf || Math.abs(kept.days - days) > worthAnother * days) {
      kept = { fit: yield* scaled(fitCooling(histories), 0.3, 0.6), asOf: view.asOf, days };
      this.#fit = kept;
    }
    const { fit } = kept;
    return {
      kind: 'cooling',
      list: yield* scaled(coolingList(list, asOf, fit), 0.9, 0.1),
      fit: toldFit(fit),
    };
  }
}

function toldFit(fit: CoolingFit): AnswerTo<'cooling'>['fit'] {
  if (fit.kind === 'tooFew') return fit;
  const { auc, baseRate, calibration } = fit.judged;
  return { kind: 'fitted', cases: fit.cases, auc, baseRate, calibration: [...calibration] };
}
