/** The goals of a week against what there was, in words that say how each number came about. */
import { isCurrent } from '../analysis/attributes';
import type { Contact, WeekGoals } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { fold } from '../search/fold';
import type { Day } from '../time';
import { many, people } from '../words';
import { type Goal, goalKinds, type GoalKind, type GoalWeek, type WeeksAnswer } from './answers';
import type { PastWeek } from './past-weeks';

const names: Readonly<Record<GoalKind, string>> = {
  contacts: 'People you were in touch with',
  newInside: 'New connections inside your organisation',
  newOutside: 'New connections outside your organisation',
  talks: 'Meetings and calls among interactions',
};

/** Nothing is counted where no goal is set. */
export function answerWeeks(
  network: OpenNetwork,
  goals: WeekGoals,
  weeks: readonly PastWeek[],
  today: Day,
): WeeksAnswer {
  const me = network.get('settings', 'settings')?.me;
  const mine = currentOrganisations(me === undefined ? undefined : network.get('contacts', me), today);
  const counted = weeks.map((week) => count(network, week, mine, today));
  const begun = counted.findIndex(({ contacts, talks, newInside, newOutside }) =>
    [contacts, talks.of, newInside, newOutside].some((number) => number > 0),
  );
  const since = begun < 0 ? weeks.length - 1 : begun;
  return {
    goals: goalKinds.flatMap((kind): Goal[] => {
      const wanted = goals[kind];
      if (wanted === undefined) return [];
      const all = counted.map((week) => goalWeek(kind, week, wanted));
      const alone = kind === 'newInside' && mine.size === 0 ? ` ${noOrganisation}` : '';
      const text = `${say(kind, counted.at(-1) ?? nothing, wanted)}${sayReached(all.slice(since))}.${alone}`;
      return [{ kind, name: names[kind], wanted, text, weeks: all }];
    }),
    weeks: weeks.map(({ from, to }) => ({ from, to })),
  };
}

interface Counted {
  readonly contacts: number;
  readonly newInside: number;
  readonly newOutside: number;
  readonly talks: { readonly count: number; readonly of: number };
}

const nothing: Counted = { contacts: 0, newInside: 0, newOutside: 0, talks: { count: 0, of: 0 } };
const noOrganisation =
  'No current organisation of yours is on record, so that everybody counts as outside it.';

function count(
  network: OpenNetwork,
  { people: inTouch, met, interactions, talks }: PastWeek,
  mine: ReadonlySet<string>,
  today: Day,
): Counted {
  let newInside = 0;
  for (const id of met) {
    const theirs = currentOrganisations(network.get('contacts', id), today);
    if ([...theirs].some((organisation) => mine.has(organisation))) newInside++;
  }
  return {
    contacts: inTouch.size,
    newInside,
    newOutside: met.size - newInside,
    talks: { count: talks, of: interactions },
  };
}

function currentOrganisations(contact: Contact | undefined, today: Day): Set<string> {
  const current = (contact?.organisations ?? []).filter((organisation) => isCurrent(organisation, today));
  return new Set(current.map(({ name }) => fold(name).trim()).filter((name) => name !== ''));
}

function goalWeek(kind: GoalKind, week: Counted, wanted: number): GoalWeek {
  if (kind !== 'talks') {
    return { value: week[kind], reached: week[kind] >= wanted, text: week[kind].toLocaleString('en') };
  }
  const { count: talks, of } = week.talks;
  if (of === 0) return { value: null, reached: false, text: 'nothing' };
  const value = (100 * talks) / of;
  return { value, reached: value >= wanted, text: `${talks} of ${of}` };
}

function say(kind: GoalKind, week: Counted, wanted: number): string {
  switch (kind) {
    case 'contacts':
      return `In touch with ${against(week.contacts, wanted, people)} this week`;
    case 'newInside':
      return `${against(week.newInside, wanted, connections)} inside your organisation this week`;
    case 'newOutside':
      return `${against(week.newOutside, wanted, connections)} outside your organisation this week`;
    case 'talks': {
      const { count: talks, of } = week.talks;
      if (of === 0) return `Nothing is on record for this week yet; ${wanted} % are to be meetings or calls`;
      const share = Math.floor((100 * talks) / of);
      const were = of === 1 ? 'was a meeting or call' : 'were meetings or calls';
      return `${talks} of ${many(of, 'interaction', 'interactions')} this week ${were} (${share} %, ${wanted} % wanted)`;
    }
  }
}

const connections = (number: number): string => many(number, 'new connection', 'new connections');

/** "4 of 5 people"; "7 people, 5 wanted". */
function against(number: number, wanted: number, say: (number: number) => string): string {
  return number > wanted ? `${say(number)} (${wanted} wanted)` : `${number} of ${say(wanted)}`;
}

/** Said of the weeks since there was anything at all; the first week of all has no past. */
function sayReached(weeks: readonly GoalWeek[]): string {
  if (weeks.length < 2) return '';
  const reached = weeks.filter((week) => week.reached).length;
  return `; ${reached === 0 ? 'none' : reached} of the last ${weeks.length} weeks reached it`;
}
