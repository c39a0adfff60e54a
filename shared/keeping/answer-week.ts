/** The week's list with its words, as a host answers it. */
import type { WeekAnswer, WeekContact } from './answers';
import { bestChannel, type Opening, openings, pastWith } from './card';
import { draftFor } from './draft';
import { fullName, type Speaking } from './names';
import type { KeptPeople } from './kept-people';
import type { KeepingRules } from './rules';
import { sayLast, sayNudge, sayOpening } from './say-card';
import { sayOccasion, sayReason } from './say-reasons';
import { sayMeeting, sayNobody, sayNotes, sayWhyLeftOut } from './say-week';
import { stuckIntroductions } from './stuck-introductions';
import { addDays, type Day } from '../time';
import { sayDayAhead } from '../words';
import type { DatedLine, Planned, WeekPlan } from './week-plan';

export function answerWeek(
  speaking: Speaking,
  everybody: Pick<KeptPeople, 'rules' | 'all'>,
  plan: WeekPlan,
): WeekAnswer {
  const { rules } = everybody;
  const { week, limit, capacity, awaySince, leftOutInAll } = plan;
  const stuck = stuckIntroductions(speaking);
  const dated = [...plan.dated.map((line) => datedLine(speaking, line)), ...stuck.lines];
  return {
    limit,
    ...week,
    today: speaking.today,
    ...(awaySince === undefined ? {} : { awaySince, ...caughtUp(speaking, awaySince, week.from) }),
    notes: [...sayNotes(speaking, plan, everybody), ...(stuck.more === undefined ? [] : [stuck.more])],
    ...(plan.planned.length === 0 ? { nobody: sayNobody(speaking, plan, everybody) } : {}),
    contacts: plan.planned.flatMap((planned) => cardOf(speaking, rules, planned)),
    dated: dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    leftOut: plan.leftOut.map((left) => ({
      id: left.contact,
      name: fullName(speaking, left.contact),
      why: sayWhyLeftOut(left, plan, speaking),
    })),
    leftOutInAll,
    capacity: {
      perWeek: Math.round(capacity.perWeek * 100) / 100,
      holds: capacity.holds,
      limit: capacity.limit,
    },
  };
}

/** From the day after the last one on record until the day before the week, unless clocks stand still then already. */
function caughtUp({ network }: Speaking, awaySince: Day, weekFrom: Day): Pick<WeekAnswer, 'caughtUp'> {
  const from = addDays(awaySince, 1);
  const to = addDays(weekFrom, -1);
  for (const pause of network.all('pauses')) {
    const covers = pause.from <= from && (pause.to === undefined || pause.to >= to);
    if (pause.contact === undefined && covers) return {};
  }
  return { caughtUp: { from, to } };
}

function cardOf(speaking: Speaking, rules: KeepingRules, planned: Planned): WeekContact[] {
  const { network, today } = speaking;
  const contact = network.get('contacts', planned.contact);
  if (contact === undefined) return [];
  const past = pastWith(network, contact.id, today);
  const [last] = past;
  const best = bestChannel(network, rules, contact, past, planned.reasons);
  const reasons = planned.reasons.map((reason) => sayReason(speaking, contact.id, reason));
  const channelWhy = sayNudge(best);
  const all = [...openings(network, rules, contact, past, today)];
  const me = rules.me === undefined ? undefined : network.get('contacts', rules.me);
  return [
    {
      id: contact.id,
      name: fullName(speaking, contact.id),
      reasons,
      last: last === undefined ? null : sayLast(speaking, last),
      lastDay: last?.day ?? null,
      ...(last?.confidential === undefined ? {} : { lastConfidential: last.confidential }),
      channel: best.channel,
      ...(channelWhy === undefined ? {} : { channelWhy }),
      suggestion: sayOpening(speaking, firstOpening(all, reasons)),
      draft: draftFor(speaking, {
        contact,
        ...(me === undefined ? {} : { me }),
        reasons: planned.reasons,
        openings: all,
        past,
        channel: best.channel,
      }),
      state: planned.state,
      ...(planned.meeting === undefined ? {} : { meets: sayMeeting(planned.meeting, speaking) }),
    },
  ];
}

/** The best opening that is not the reason itself. */
function firstOpening(all: readonly Opening[], reasons: readonly { readonly kind: string }[]): Opening {
  let same: Opening | undefined;
  for (const opening of all) {
    if (!reasons.some(({ kind }) => kind === opening.kind)) return opening;
    same ??= opening;
  }
  return same ?? { kind: 'none' };
}

function datedLine(speaking: Speaking, line: DatedLine): WeekAnswer['dated'][number] {
  if (line.kind === 'occasion') {
    const { contact, day, source } = line.occasion;
    return {
      id: contact,
      name: fullName(speaking, contact),
      day,
      ...sayOccasion(speaking, line.occasion),
      ...(source === undefined ? {} : { source }),
    };
  }
  const group = speaking.network.get('groupReminders', line.group);
  const names = group?.contacts.length ?? 0;
  return {
    id: line.group,
    name: group?.name ?? 'A group',
    kind: 'group',
    day: line.day,
    text: `${group?.name ?? 'A group'}: ${sayDayAhead(line.day, speaking.today, speaking.locale)}, ${names} people.`,
  };
}
