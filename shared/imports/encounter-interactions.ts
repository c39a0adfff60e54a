/**
 * Interactions with me that meetings, mails and messages are. Each has an id made of what its record is known by, so that
 * the same one again, from whatever file, is the same interaction.
 *
 *   mail, message   of mine: with whom it went to; to me: with who wrote it; where I am not named, none
 *   meeting         with everybody in it, where I am named; in a calendar of mine I am there also where it names at most
 *                   one other, or where none of my addresses is known
 */
import { digestOf } from '../formats/digest';
import type { EncounterRecord } from '../formats/record';
import { sameJson } from '../json';
import { isReal } from '../keeping/real-contact';
import type { Interaction } from '../model/entities';
import { Interaction as InteractionSchema } from '../model/entities/happening';
import { recordId } from '../model/ids';
import type { ReadonlyNetwork } from '../model/network';
import type { PlanContext } from './context';
import { exactName } from './names';
import type { Company, Face } from './participants';
import { Staged } from './staged';

const mostPeople = 2_000;
const longestMinutes = 100_000;
const longestSummary = 200_000;

/** What became of a record; `none` says why it is no interaction with me. */
export type Outcome =
  | { readonly kind: 'new' | 'changed' | 'same'; readonly interaction: Interaction }
  /** The user took it out. */
  | { readonly kind: 'removed'; readonly interaction: Interaction }
  | { readonly kind: 'none'; readonly reason: NoInteraction };

export class EncounterInteractions {
  readonly interactions: Staged<'interactions'>;
  readonly #network: ReadonlyNetwork;
  readonly #context: PlanContext;
  readonly #knowsMe: () => boolean;

  /** @param knowsMe whether any address of mine is known */
  constructor(network: ReadonlyNetwork, context: PlanContext, knowsMe: () => boolean) {
    this.#network = network;
    this.#context = context;
    this.#knowsMe = knowsMe;
    this.interactions = new Staged(network, 'interactions', context);
  }

  /** Whether I was in a meeting, or am on a mail. */
  takesPart(record: EncounterRecord, company: Company): boolean {
    if (company.me) return true;
    return record.sort === 'meeting' && (company.size < 2 || !this.#knowsMe());
  }

  take(record: EncounterRecord, company: Company): Outcome {
    const none = (reason: NoInteraction): Outcome => ({ kind: 'none', reason });
    if (!this.takesPart(record, company)) return none(this.#knowsMe() ? 'notNamed' : 'unknownMe');
    const isAhead = this.#isAhead(record);
    if (isAhead && record.sort !== 'meeting') return none('ahead');
    const faces = whomWith(record, company);
    const ids = [...new Set(faces.flatMap(({ contact }) => contact ?? []))].sort().slice(0, mostPeople);
    if (ids.length === 0) return none(company.others.length === 0 ? 'alone' : 'nobody');
    const made = this.#made(record, company, ids, isAhead);
    if (!isAhead && record.sort !== 'meeting' && !isReal(made)) return none('broadcast');
    const standing = this.interactions.get(made.id);
    if (standing === undefined) {
      if (this.#network.has('removed', made.id)) return { kind: 'removed', interaction: made };
      this.interactions.put(made.id, made);
      return { kind: 'new', interaction: made };
    }
    const next = this.#updated(standing, made);
    if (sameJson(next, standing)) return { kind: 'same', interaction: standing };
    this.interactions.put(made.id, next);
    return { kind: 'changed', interaction: next };
  }

  #made(record: EncounterRecord, company: Company, ids: string[], planned: boolean): Interaction {
    const { sort, key, day, at, channel, minutes, title, text } = record;
    const size = company.size + (company.me ? 0 : 1);
    const summary = [exactName(title ?? '').slice(0, 1_000), (text ?? '').trim()]
      .filter((part) => part !== '')
      .join('\n')
      .slice(0, longestSummary);
    return InteractionSchema.parse({
      id: recordId(digestOf([key])),
      day,
      ...(at === undefined ? {} : { at }),
      ...(planned ? { planned } : {}),
      channel,
      direction: sort === 'meeting' ? 'both' : company.sender === 'me' ? 'mine' : 'theirs',
      with: ids,
      ...(size > ids.length + 1 ? { size } : {}),
      ...(minutes === undefined ? {} : { minutes: Math.min(longestMinutes, Math.round(minutes)) }),
      ...(summary === '' ? {} : { summary }),
      batch: this.#context.batch,
    });
  }

  /** What is planned moves with its calendar; whoever became a contact since then joins. The rest is the user's. */
  #updated(standing: Interaction, made: Interaction): Interaction {
    const batch = standing.batch === undefined ? undefined : this.#network.get('batches', standing.batch);
    const since = batch?.at ?? this.#context.now;
    const joining = made.with.filter((id) => {
      if (standing.with.includes(id)) return false;
      const contact = this.#network.get('contacts', id);
      return contact === undefined || contact.createdAt > since;
    });
    const grown = joining.length === 0 ? standing : { ...standing, with: [...standing.with, ...joining] };
    if (standing.planned !== true) return grown;
    const { day, at, planned, minutes } = made;
    return { ...grown, day, at, planned, minutes };
  }

  #isAhead({ day, at }: EncounterRecord): boolean {
    const { today, now } = this.#context;
    return day > today || (day === today && at !== undefined && at > now);
  }
}

/** Of a mail to me only its writer is in touch with me, not who else got it. */
function whomWith({ sort }: EncounterRecord, { sender, others }: Company): readonly Face[] {
  if (sort === 'meeting' || sender === 'me') return others;
  return sender === undefined || sender === 'robot' ? [] : [sender];
}

/** Why a record is no interaction with me. */
export const noInteraction = {
  notNamed: 'None of your addresses is in it.',
  unknownMe: 'Kithmap does not know yet which of the addresses is yours.',
  alone: 'It names nobody but you.',
  nobody: 'Nobody in it is one of your contacts, or becomes one.',
  broadcast: 'Sent to so many that it is in touch with nobody in particular.',
  ahead: 'It is dated in the future.',
};
export type NoInteraction = keyof typeof noInteraction;
