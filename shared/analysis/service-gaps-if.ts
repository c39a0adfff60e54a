/** Which gaps would shrink or grow if somebody were not there, or two knew each other. */
import { type Chunked, scaled } from './chunked';
import { subgraph } from './graph';
import type { AnswerTo, Question } from './questions';
import { gapsAnswer, lookedAt } from './service-diversity';
import type { Sources } from './service-sources';
import { changesOf } from './service-what-if';
import { changedGraph } from './what-if';

type Gaps = AnswerTo<'gaps'>['list'];
type Changed = AnswerTo<'gapsIf'>['list'][number];

export function* gapsIfAnswer(
  from: Sources,
  asked: Extract<Question, { kind: 'gapsIf' }>,
): Chunked<AnswerTo<'gapsIf'>> {
  const now = lookedAt(from);
  const before = yield* scaled(gapsAnswer(from, now, Infinity), 0, 0.5);
  const { graph, gone } = changedGraph(now.graph, changesOf(asked, now.indexOf));
  const stays = Int32Array.from(now.ids.keys()).filter((person) => !gone.has(person));
  const ids = [...stays].map((person) => now.ids[person]!);
  const then = {
    ids,
    graph: subgraph(graph, stays).graph,
    indexOf: new Map(ids.map((id, person) => [id, person])),
  };
  const after = yield* scaled(gapsAnswer(from, then, Infinity), 0.5, 0.5);
  return { kind: 'gapsIf', list: changedGaps(before.list, after.list, (id) => then.indexOf.has(id)) };
}

/** @param isThere whether somebody would still be there */
function changedGaps(before: Gaps, after: Gaps, isThere: (id: string) => boolean): Changed[] {
  const keyOf = ({ attribute, value }: Gaps[number]): string => JSON.stringify([attribute, value]);
  const then = new Map(after.map((gap) => [keyOf(gap), gap]));
  const now = new Map(before.map((gap) => [keyOf(gap), gap]));
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key): Changed[] => {
    const [was, is] = [now.get(key), then.get(key)];
    const gap = was ?? is;
    if (gap === undefined) return [];
    const led = new Set(was?.lead.map(({ contact }) => contact));
    const leads = new Set(is?.lead.map(({ contact }) => contact));
    const both = was !== undefined && is !== undefined;
    // Where it comes or goes, that says more than who leads there.
    const couldLead = both ? [...leads].filter((id) => !led.has(id)) : [];
    const noLonger = both ? [...led].filter((id) => !leads.has(id) && isThere(id)) : [];
    if (both && was.short === is.short && couldLead.length + noLonger.length === 0) return [];
    const { attribute, value } = gap;
    return [{ attribute, value, before: standing(was), after: standing(is), couldLead, noLonger }];
  });
}

function standing(gap: Gaps[number] | undefined): Changed['before'] {
  return gap === undefined ? null : { people: gap.people, known: gap.known, short: gap.short };
}
