/**
 * What if: some people are taken out, ties are cut or put in, on paper, and the network is looked at as it would be.
 */
import { type ReactNode, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { AnswerTo } from '../../../shared/analysis/questions';
import { asRecorded } from '../../../shared/analysis/reasons';
import { sayWhatIf } from '../../../shared/analysis/say-network';
import { Button } from '../../app/parts/button';
import { PersonPicker } from '../../app/parts/person-picker';
import { people as sayPeople } from '../../app/words';
import { useAnswer, useSession, useSettings } from '../../network/hooks';
import type { Table } from '../../network/insights-view';
import { ListTools } from '../list-tools';
import { fits } from '../narrow';
import { ScreenLines } from '../screen-lines';
import { useNaming } from '../use-naming';
import { AnswerLists } from './answer-lists';
import { type AnswerPart, answerParts, narrowedTo } from './answer-rows';
import { ColdForm, ColdGroups, type Members, useMembers } from './cold';
import { GapsIf } from './gaps-if';
import { Offered } from './offered';
import { TieForm } from './tie-form';
import { most, nothingTried, questionOf, type Tried } from './tried';
import { TriedTies } from './tried-ties';

type WhatIf = AnswerTo<'whatIf'>;

export function WhatIfView(): ReactNode {
  const session = useSession();
  const naming = useNaming();
  const { me } = useSettings();
  const { without, cold, brought, cut, text } = useStore(session.insights);
  const tried = useMemo((): Tried => ({ without, cold, brought, cut }), [without, cold, brought, cut]);
  const groups = useMembers(cold);
  const question = useMemo(() => questionOf(tried, [...groups.values()].flat()), [tried, groups]);
  const answer = useWhatIf(question);
  const parts = useMemo(
    () =>
      answer === undefined
        ? []
        : narrowedTo(answerParts(answer), (contact) => fits({ text }, { name: naming.person(contact) })),
    [answer, text, naming],
  );
  useOutcome(question, answer);
  const table = useWhatIfTable(parts);
  const change = (next: Partial<Tried>): void => session.insights.setState(next);
  const toggle = (contact: string): void =>
    change({
      without: without.includes(contact) ? without.filter((id) => id !== contact) : [...without, contact],
    });
  return (
    <div className="k-insights-scroll">
      <div className="k-insights-lead">
        <h2 className="k-heading-name">What would be, if</h2>
        <p className="k-quiet">
          Take people or a whole group out, bring two together or cut a tie, and see who would still reach
          whom. Nothing is changed by looking. {asRecorded}
        </p>
      </div>
      <ListTools label="Filter what would be" byCluster={false} count={countWords(parts)} table={table} />
      <div className="k-what-if">
        <div className="k-what-if-who">
          <PersonPicker
            label="Without"
            value={without}
            without={me === undefined ? [] : [me]}
            onChange={(next) => change({ without: next.slice(0, most) })}
          />
          <TieForm tried={tried} onChange={change} />
          <ColdForm cold={cold} onChange={change} />
          <Offered without={without} text={text} onToggle={toggle} />
        </div>
        <div className="k-what-if-answer">
          <TriedTies tried={tried} onChange={change} />
          <ColdGroups groups={groups} onChange={change} />
          {question === undefined ? (
            <p className="k-quietest">Nothing is tried yet.</p>
          ) : (
            <>
              <Answer answer={answer} without={without} groups={groups} parts={parts} />
              {answer === undefined ? null : <GapsIf tried={question} />}
              <p>
                <Button onClick={() => change(nothingTried)}>Back to how it is</Button>
              </p>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

/** Undefined where nothing is asked, and until it is answered. */
function useWhatIf(question: ReturnType<typeof questionOf>): WhatIf | undefined {
  // Something has to be asked; what the network is has been answered already.
  const heard = useAnswer<'whatIf' | 'summary'>(question ?? { kind: 'summary' });
  return heard?.kind === 'whatIf' ? heard : undefined;
}

/** Tells the map beside what is tried; who would be cut off is known with the answer. */
function useOutcome(question: ReturnType<typeof questionOf>, answer: WhatIf | undefined): void {
  const { insights } = useSession();
  useEffect(() => {
    const outcome = question && { gone: question.without, cutOff: answer?.cutOff ?? [] };
    insights.setState({ outcome });
  }, [insights, question, answer]);
}

interface AnswerProps {
  readonly answer: WhatIf | undefined;
  readonly without: readonly string[];
  readonly groups: Members;
  readonly parts: readonly AnswerPart[];
}

function Answer({ answer, without, groups, parts }: AnswerProps): ReactNode {
  const naming = useNaming();
  if (answer === undefined) return <ScreenLines rows={3} />;
  const names = [
    ...without.flatMap((id) => naming.person(id) ?? []),
    ...[...groups].map(
      ([id, people]) => `the ${sayPeople(people.length)} of ${naming.cluster(id) ?? 'a group'}`,
    ),
  ];
  return (
    <>
      <div role="status">
        {sayWhatIf(answer, names, naming).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {parts.length === 0 && answerParts(answer).length > 0 ? (
        <p className="k-quiet">Nobody of those it names fits. Look for another part of a name.</p>
      ) : null}
      <AnswerLists parts={parts} />
    </>
  );
}

function countWords(parts: readonly AnswerPart[]): string {
  const named = new Set(parts.flatMap((part) => part.named.flat()));
  return named.size === 0 ? '' : `${sayPeople(named.size)} named`;
}

/** Undefined where nobody is named. */
function useWhatIfTable(parts: readonly AnswerPart[]): Table | undefined {
  const naming = useNaming();
  return useMemo(() => {
    if (parts.length === 0) return undefined;
    const name = (contact: string | undefined): string =>
      contact === undefined ? '' : (naming.person(contact) ?? '');
    return {
      name: 'what-if',
      headers: ['What would be', 'Name', 'And'],
      rows: () =>
        parts.flatMap(({ head, named }) => named.map(([one, other]) => [head, name(one), name(other)])),
    };
  }, [parts, naming]);
}
