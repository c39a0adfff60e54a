/** What a part of a suggestion rests on, in words; what is confidential is only mentioned. */
import { sayBoth } from '../introductions/say';
import { stageNames } from '../introductions/stages';
import { fullName, type Speaking } from '../keeping/names';
import { openText } from '../keeping/occasion';
import { rulesOf } from '../keeping/rules';
import { sayLast } from '../keeping/say-card';
import { quoted, when } from '../keeping/say-reasons';
import { sayTie } from '../paths/say-path';
import type { TableName } from '../model/table-names';
import { listed } from '../words';
import type { Evidence } from './answers';

export interface Ground {
  readonly table: TableName;
  readonly id: string;
}

/** The ground in words, and whose page holds it. */
export function sayGround(speaking: Speaking, ground: Ground): Evidence {
  const said = wordsOf(speaking, ground);
  return said === undefined ? { ...ground, text: 'Something that is gone by now' } : { ...ground, ...said };
}

function wordsOf(
  speaking: Speaking,
  { table, id }: Ground,
): { readonly contact: string; readonly text: string } | undefined {
  const { network } = speaking;
  switch (table) {
    case 'contacts':
      return { contact: id, text: `The card of ${fullName(speaking, id)}` };
    case 'ties': {
      const tie = network.get('ties', id);
      if (tie === undefined) return undefined;
      const { me } = rulesOf(network);
      const [one, other] = tie.b === me ? [tie.b, tie.a] : [tie.a, tie.b];
      const name = (contact: string): string => (contact === me ? 'You' : fullName(speaking, contact));
      return { contact: other, text: sayTie(speaking, tie, name(one), name(other)).text };
    }
    case 'interactions': {
      const talk = network.get('interactions', id);
      const [contact] = talk?.with ?? [];
      if (talk === undefined || contact === undefined) return undefined;
      const names = listed(talk.with.map((one) => fullName(speaking, one)));
      return { contact, text: `${names}: ${sayLast(speaking, talk)}` };
    }
    case 'requests': {
      const request = network.get('requests', id);
      if (request === undefined) return undefined;
      const { contact, askedOn } = request;
      const what = quoted(openText(request));
      return {
        contact,
        text: `You asked ${fullName(speaking, contact)} for ${what} ${when(askedOn, speaking)}`,
      };
    }
    case 'introductions': {
      const introduction = network.get('introductions', id);
      if (introduction === undefined) return undefined;
      const { me } = rulesOf(network);
      const both = sayBoth({ ...speaking, me }, introduction);
      return {
        contact: introduction.a === me ? introduction.b : introduction.a,
        text: `The introduction of ${both}: ${stageNames[introduction.stage]}`,
      };
    }
    default:
      return undefined;
  }
}
