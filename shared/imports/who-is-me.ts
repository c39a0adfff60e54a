/**
 * Which address may be mine, where files of mine do not name me: the one in most of their records. It is asked, never
 * taken for granted; until it is answered, whoever is most likely me becomes no contact.
 */
import { type Face, type Faces, usualName } from './participants';

export interface MyCandidate {
  readonly kind: 'email' | 'url';
  readonly value: string;
  readonly name: string;
  /** In how many records. */
  readonly times: number;
}

export interface WhoIsMe {
  /** Most likely first. */
  readonly candidates: readonly MyCandidate[];
  /** Records that name no address of mine. */
  readonly records: number;
}

const mostCandidates = 8;
/** In so many of the records, at least, is whoever they belong to. */
const leastShare = 0.5;
/** As much of all records has to be without me for it to be asked. */
const worthAsking = 0.2;

/** Where an address of mine is known, fewer records without it are no reason to ask for another. */
const fewRecords = 3;

interface Records {
  /** Of those that name two people or more, how many name none of my addresses. */
  readonly unclaimed: number;
  readonly all: number;
}

/** @param knowsMe whether any address of mine is known; then none of a contact is taken for another of mine */
export function whoIsMe(
  faces: Faces,
  { unclaimed, all }: Records,
  knowsMe: boolean,
): { readonly asks: WhoIsMe; readonly likely?: Face } | undefined {
  if (unclaimed < (knowsMe ? fewRecords : 1) || unclaimed < all * worthAsking) return undefined;
  const sorted = [...faces.all()]
    .filter((face) => !face.mine && !face.robot && face.unclaimed > 0)
    .filter(({ contact, shared }) => !knowsMe || (contact === undefined && !shared))
    .sort((a, b) => b.unclaimed - a.unclaimed || b.received - a.received || (a.key < b.key ? -1 : 1));
  const [likely] = sorted;
  if (likely === undefined || likely.unclaimed < unclaimed * leastShare) return undefined;
  const candidates = sorted.slice(0, mostCandidates).map((face): MyCandidate => {
    const { email, url = '' } = face;
    const address =
      email === undefined ? { kind: 'url' as const, value: url } : { kind: 'email' as const, value: email };
    return { ...address, name: usualName(face) ?? '', times: face.unclaimed };
  });
  const asks = { candidates, records: unclaimed };
  return likely.contact === undefined ? { asks, likely } : { asks };
}
