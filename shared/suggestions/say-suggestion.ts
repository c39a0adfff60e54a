/** A suggestion in words: every part of its value, and what it rests on. */
import { fullName, type Speaking } from '../keeping/names';
import { rowsOf } from '../keeping/rows';
import { when } from '../keeping/say-reasons';
import { rulesOf } from '../keeping/rules';
import { limitOf } from '../load/load';
import { sayLimit } from '../load/say-load';
import { sayOwnTie } from '../paths/say-path';
import { many, people, sayDayAhead } from '../words';
import type { Part, Suggestion } from './answers';
import type { Chosen } from './choose';
import { type Ground, sayGround } from './say-evidence';
import { lately } from './load';
import type { Meeting, OfferPlace } from './wants';
import type { Weighing } from './weigh';

/** What is told of one kind, at most. */
const most = 2;
/** So weak a tie of mine wants a word before I ask for anything. */
const weak = 0.2;

/** A part whose grounds are not yet said in words. */
type Found = Omit<Part, 'evidence'> & { readonly evidence: readonly Ground[] };
type Grounds = readonly Ground[];

export function saySuggestion(speaking: Speaking, weighing: Weighing, chosen: Chosen): Suggestion {
  return new Saying(speaking, weighing, chosen).suggestion();
}

class Saying {
  readonly #speaking: Speaking;
  readonly #weighing: Weighing;
  readonly #chosen: Chosen;
  readonly #a: { readonly id: string; readonly name: string };
  readonly #b: { readonly id: string; readonly name: string };

  constructor(speaking: Speaking, weighing: Weighing, chosen: Chosen) {
    this.#speaking = speaking;
    this.#weighing = weighing;
    this.#chosen = chosen;
    this.#a = this.#side(chosen.a);
    this.#b = this.#side(chosen.b);
  }

  suggestion(): Suggestion {
    const { gainA, gainB, value } = this.#chosen.weighed;
    const reasons = [
      ...this.#needs(),
      ...this.#interest(),
      ...this.#group((gainA.group + gainB.group) / 2),
      ...this.#bridge(gainA.bridge),
    ];
    const plausibility = this.#plausibility();
    const told = this.#chosen.common > 0 ? [...reasons, plausibility] : reasons;
    return {
      a: this.#a,
      b: this.#b,
      why: told.map(({ text }) => text).join(' '),
      value,
      parts: [...reasons, plausibility, this.#willingness(), this.#cost()].map((part) => ({
        ...part,
        evidence: part.evidence.map((ground) => sayGround(this.#speaking, ground)),
      })),
    };
  }

  #side(person: number): { id: string; name: string } {
    const id = this.#weighing.idOf(person);
    return { id, name: fullName(this.#speaking, id) };
  }

  get #both(): Grounds {
    return [this.#a, this.#b].map(({ id }) => ({ table: 'contacts', id }));
  }

  #needs(): Found[] {
    const { a, b, weighed } = this.#chosen;
    return [
      ...this.#need(this.#a.name, this.#b.name, this.#weighing.wants.met(a, b), weighed.gainA.need),
      ...this.#need(this.#b.name, this.#a.name, this.#weighing.wants.met(b, a), weighed.gainB.need),
    ];
  }

  #need(seeker: string, offerer: string, meetings: readonly Meeting[], value: number): Found[] {
    if (value === 0) return [];
    const told = meetings.map(
      ({ sought, offered }) =>
        `${seeker} looks for “${sought}”, and ${offers[offered.place](offerer, offered.text)}.`,
    );
    return [{ kind: 'need', value, text: first(told), evidence: this.#both }];
  }

  #interest(): Found[] {
    const { a, b, weighed } = this.#chosen;
    const value = weighed.gainA.interest;
    if (value === 0) return [];
    const told = this.#weighing.wants.shared(a, b).map(({ sought }) => `Both care for “${sought}”.`);
    return [{ kind: 'interest', value, text: first(told), evidence: this.#both }];
  }

  #group(value: number): Found[] {
    if (value === 0) return [];
    const { a, b } = this.#chosen;
    const { worlds } = this.#weighing;
    const ofB = `${this.#a.name} knows ${sayKnown(worlds.known(a, worlds.at(b)))} in “${worlds.nameAt(b)}”`;
    const ofA = `${this.#b.name} ${sayKnown(worlds.known(b, worlds.at(a)))} in “${worlds.nameAt(a)}”`;
    return [{ kind: 'group', value, text: `${ofB}, and ${ofA}.`, evidence: this.#both }];
  }

  #bridge(value: number): Found[] {
    if (value === 0) return [];
    const { a, b, through } = this.#chosen;
    const { worlds } = this.#weighing;
    const hinge = worlds.hingeBetween(a, b);
    const groups = `“${worlds.nameAt(a)}” and “${worlds.nameAt(b)}”`;
    // Whoever is named elsewhere in the list often enough is not named here.
    const isNamed = hinge !== undefined && hinge === through;
    const who = isNamed ? this.#side(hinge).name : 'one person';
    const evidence: Grounds = isNamed ? [{ table: 'contacts', id: this.#weighing.idOf(hinge) }] : this.#both;
    return [{ kind: 'bridge', value, text: `So far ${groups} hang on ${who} alone.`, evidence }];
  }

  #plausibility(): Found {
    const { through, common, weighed } = this.#chosen;
    const { plausibility: value } = weighed;
    if (through === undefined) {
      return { kind: 'plausibility', value, text: 'Nobody whom you know links the two yet.', evidence: [] };
    }
    const { id, name } = this.#side(through);
    const others = common === 1 ? '' : ` and ${many(common - 1, 'other', 'others')}`;
    const evidence = [this.#a.id, this.#b.id].flatMap((one): Grounds => {
      const tie = this.#speaking.network.index.tieBetween(one, id);
      return tie === undefined ? [] : [{ table: 'ties', id: tie }];
    });
    return { kind: 'plausibility', value, text: `Both know ${name}${others}.`, evidence };
  }

  #willingness(): Found {
    const { a, b, weighed } = this.#chosen;
    const { strength } = this.#weighing.pairs;
    const told = [this.#own(this.#a.id), this.#own(this.#b.id)];
    const weaker = strength[a]! < strength[b]! ? this.#a.name : this.#b.name;
    const first =
      Math.min(strength[a]!, strength[b]!) < weak
        ? ` Your tie with ${weaker} is the weaker one: a word with them first.`
        : '';
    return {
      kind: 'willingness',
      value: weighed.willingness,
      text: `${told.map(({ text }) => `${text}.`).join(' ')}${first}${this.#enough()}`,
      evidence: told.flatMap(({ evidence }) => evidence),
    };
  }

  /** Who was asked as often as is wanted, and until when that holds. */
  #enough(): string {
    const { today, locale, network } = this.#speaking;
    return [this.#a, this.#b]
      .flatMap(({ id, name }) => {
        const free = this.#weighing.full.get(id);
        if (free === undefined) return [];
        return [
          ` ${name} was asked as often as you want to ask one person (${sayLimit(limitOf(network))}); from ${sayDayAhead(free, today, locale)} on it is easier.`,
        ];
      })
      .join('');
  }

  /** How I stand with somebody, and the last talk or the tie that says so. */
  #own(contact: string): { text: string; evidence: Grounds } {
    const { network } = this.#speaking;
    const { me } = rulesOf(network);
    const id = me === undefined ? undefined : network.index.tieBetween(me, contact);
    const tie = id === undefined ? undefined : network.get('ties', id);
    const { text, last } = sayOwnTie(this.#speaking, contact, tie, 'You');
    const talk = rowsOf(network, 'interactions', contact).find(
      ({ day, planned }) => day === last && planned !== true,
    );
    if (talk !== undefined) return { text, evidence: [{ table: 'interactions', id: talk.id }] };
    return { text, evidence: id === undefined ? [] : [{ table: 'ties', id }] };
  }

  #cost(): Found {
    const burdens = [this.#a, this.#b].flatMap(({ id, name }) =>
      this.#weighing.load.on(id).map((burden) => ({ ...burden, name })),
    );
    const told = burdens.map(({ name, kind, day }) => {
      const what = kind === 'asked' ? 'asked for something' : 'introduced to somebody';
      return `${name} was ${what} ${when(day, this.#speaking)}.`;
    });
    return {
      kind: 'cost',
      value: this.#chosen.weighed.cost,
      text: told.length === 0 ? `Neither was asked or introduced in the last ${lately} days.` : first(told),
      evidence: burdens.map(({ table, id }) => ({ table, id })),
    };
  }
}

const offers: { readonly [P in OfferPlace]: (name: string, text: string) => string } = {
  help: (name, text) => `${name} can help with “${text}”`,
  tag: (name, text) => `you tagged ${name} “${text}”`,
  title: (name, text) => `${name} works as “${text}”`,
  industry: (name, text) => `${name} is in “${text}”`,
  interest: (name, text) => `${name} cares for “${text}”`,
};

/** The same entry can hold several words: it is told once. */
function first(told: readonly string[]): string {
  return [...new Set(told)].slice(0, most).join(' ');
}

function sayKnown(count: number): string {
  return count === 0 ? 'nobody' : people(count);
}
