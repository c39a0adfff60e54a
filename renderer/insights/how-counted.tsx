/** How each view comes by what it says, in short, and what it cannot tell. */
import type { ReactNode } from 'react';
import { Dialog } from '../app/parts/dialog';
import type { InsightPart } from '../network/insights-view';
import { numberColumns } from './connectors/number-columns';

const texts: Readonly<Record<InsightPart, { title: string; text: readonly string[] }>> = {
  gaps: {
    title: 'How gaps are counted',
    text: [
      'Only people whose value is known are counted; the others are left out, and how many that are is said. Nothing is guessed from a name. A person with two values counts half for each.',
      '“Acts like 2.8 equal groups” is the Hill number of order 1: as varied as that many groups of the same size.',
      'What is missing is held against your goal, or, for a circle or a group, against everybody: the base rate. A gap is shown only if at least two people are missing and chance alone would give so few in less than one case in ten (exact binomial).',
      'Whether people know their own kind is held against ties at random among the same people (E-I index, Krackhardt and Stern 1988, with 5,000 exchanges); a number by itself would say nothing.',
      'Who could lead there: people with a past job, a place, an interest, a tag or an acquaintance there; the warmest first. A group gets little of your time if its share of your contact days in the last 180 is at most half its share of people, and chance would rarely do that.',
      'It cannot tell what you have not recorded, nor whether a gap matters to you.',
    ],
  },
  cooling: {
    title: 'How cooling is counted',
    text: [
      'What counts are days with contact, each once: in person more than a call, a call more than a message. Planned ones do not count, and pauses stop the clock.',
      'The silence since the last one is held against the tie’s own rhythm: up to twice the usual gap it is in rhythm, then slipping, from four times on cooling, from eight times on gone quiet (after Navarro and others 2017). With fewer than five days, the rhythm meant for the circle stands in, with closer limits.',
      '“Quiet by” is the day on which the tie would go quiet if nothing happened. The order weighs silence, silence against the rhythm, and how many days there have been. An only tie into a group comes first, because such ties fade first (Burt 2002).',
      'How often silences like one of now ended within 60 days is shown only once 200 checks of your own log support it, with how well it holds. It says what has been, not that somebody will call: a tie can be cooling and such silences still have ended mostly.',
      'It cannot tell why it is silent, nor what happened without being logged.',
    ],
  },
  connectors: {
    title: 'How connectors are counted',
    text: [
      'You are left out: everybody knows you, and that would hide who knows whom. Ties you know of count, guesses from even odds on.',
      'Pairs: two people reach each other by the fewest steps; those whose way runs through somebody need them. Where there are several ways as short, the pair counts in parts (betweenness, Freeman 1977).',
      'Alone into a group: nobody else of the same group knows anyone there. Cut off: without the person no way is left to the rest, as far as you have recorded.',
      'It cannot tell who knows whom without your knowing it: a tie not recorded is no tie here.',
    ],
  },
  clusters: {
    title: 'How groups are found',
    text: [
      'A group is people who know each other more than chance would have it (modularity, by the method of Leiden). It is kept from one edit to the next, so that names and places stay.',
      'Agreement: the groups are looked for again ten times. What comes out alike is clear from 75 % on and soft from 50 % on. Below a modularity of 0.3 no groups are clear.',
      'Without any ties, people who share an organisation or a place are put together, and that is said.',
      'Your time: a group’s share of your contact days in the last 180, beside its share of people.',
      'It cannot tell which groups people feel they belong to.',
    ],
  },
  chain: {
    title: 'How “through whom” is told',
    text: [
      'Somebody stands below whoever you wrote down as the one you met them through; else below whoever introduced you to them, once that introduction has happened.',
      'A circle of such entries is cut where it would close. The number counts everybody below, at any depth; of a choice of people it counts these alone.',
      'It cannot tell what nobody wrote down: those of whom it is not on record stand together at the end.',
    ],
  },
  'what-if': {
    title: 'How “what if” is counted',
    text: [
      'The people ticked are taken out with their ties, and ties are put in or cut, on paper only; then it is counted again: pairs of people with some way to each other, pieces the network lies in, how long ways are (efficiency: the mean of 1 over the distance), who is within two steps of whom, and which bridges between groups hang on one person.',
      'In a large network efficiency is estimated from the ways of some people, the same before and after; where it is, that is said.',
      'Cut off are those who lose their way to the largest piece.',
      'It cannot tell whom people would turn to instead, nor ties you have not recorded.',
    ],
  },
};

export function HowCounted({ part, onClose }: { part: InsightPart; onClose: () => void }): ReactNode {
  const { title, text } = texts[part];
  return (
    <Dialog title={title} onClose={onClose} width="40rem">
      <div className="k-how">
        {text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {part === 'connectors' ? (
          <dl>
            {numberColumns.map(({ name, explained }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{explained}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
    </Dialog>
  );
}
