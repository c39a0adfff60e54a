/**
 * When somebody was asked for something, by whom, and what came of it: what I asked of them, whether they would like to
 * meet somebody, whether they would introduce somebody. An introduction is one ask of each, however often it was brought
 * up again; the last time counts.
 */
import { askedSides, consentOf, type Side } from '../introductions/sides';
import { hasHappened } from '../introductions/stages';
import { rowsOf } from '../keeping/rows';
import type { Introduction, Request } from '../model/entities';
import type { Consent, Stage } from '../model/entities/introduction';
import type { OpenNetwork } from '../model/network';
import type { Day } from '../time';

export interface Ask {
  readonly contact: string;
  readonly kind: 'request' | 'meeting' | 'introducing';
  readonly day: Day;
  /** Whoever asked; nobody where it was me. */
  readonly by?: string;
  readonly answer: Request['answer'];
  /** How far an introduction came. */
  readonly stage?: Stage;
  readonly table: 'requests' | 'introductions';
  readonly id: string;
}

/** Up to a day, the newest first. */
export function asksOf(network: OpenNetwork, contact: string, today: Day, me: string | undefined): Ask[] {
  return [
    ...rowsOf(network, 'requests', contact).map(askOfRequest),
    ...rowsOf(network, 'introductions', contact).flatMap((one) => asksOfIntroduction(one, me)),
  ]
    .filter((ask) => ask.contact === contact && ask.day <= today)
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : 1));
}

export function askOfRequest({ id, contact, askedOn, answer }: Request): Ask {
  return { contact, kind: 'request', day: askedOn, answer, table: 'requests', id };
}

/** Of both sides as far as they were asked, and of whoever is to introduce them. */
export function asksOfIntroduction(introduction: Introduction, me: string | undefined): Ask[] {
  const { id, by, stage, history } = introduction;
  const held = { stage, table: 'introductions', id } as const;
  const asks = askedSides(introduction, me).flatMap((side): Ask[] => {
    const day = history.findLast((step) => isAsked(step, side))?.day;
    if (day === undefined) return [];
    const answer = answers[consentOf(introduction, side)];
    const asker = by === undefined ? {} : { by };
    return [{ contact: introduction[side], kind: 'meeting', day, ...asker, answer, ...held }];
  });
  const begun = history.findLast((step) => step.stage === 'asked')?.day;
  if (by === undefined || by === me || begun === undefined) return asks;
  const answer = hasHappened(stage) ? 'yes' : 'open';
  return [...asks, { contact: by, kind: 'introducing', day: begun, answer, ...held }];
}

/** A step without a side is one of both. */
function isAsked(step: Introduction['history'][number], side: Side): boolean {
  return step.side === undefined ? step.stage === 'asked' : step.side === side && step.consent === 'asked';
}

const answers: Readonly<Record<Consent, Request['answer']>> = {
  'not-asked': 'open',
  asked: 'open',
  yes: 'yes',
  no: 'no',
  'not-now': 'not-now',
};
