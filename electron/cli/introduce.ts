/** `kithmap introduce`: starts an introduction, or writes down one that has happened, with words to ask each side. */
import { z } from 'zod';
import type { PeopleIndex } from '../../shared/capture/people';
import { KithmapError } from '../../shared/errors';
import { draftsFor, type IntroductionDraft } from '../../shared/introductions/drafts';
import { called, sayBoth, type SpeakingOfMe } from '../../shared/introductions/say';
import { standsSince } from '../../shared/introductions/sides';
import type { Introduction } from '../../shared/model/entities';
import type { Channel } from '../../shared/model/entities/happening';
import { listed, sayDayAhead } from '../../shared/words';
import { inJson, speakingOf } from './introductions';
import { isMe, peopleNamed, peopleOf } from './people';
import { withHost } from './session';
import { type CommonOptions, type Exit, exits, json, type Terminal } from './terminal';

export interface IntroduceOptions extends CommonOptions {
  readonly why?: string;
  readonly by?: string;
  readonly stage?: 'idea' | 'introduced';
  readonly channel?: Channel;
  readonly day?: string;
  readonly sure?: boolean;
}

const Started = z.object({ id: z.string(), tie: z.string().nullish(), interaction: z.string().nullish() });

export function introduce(
  terminal: Terminal,
  names: readonly [string, string],
  { why, by, stage = 'idea', channel, day, sure, ...options }: IntroduceOptions,
): Promise<Exit> {
  return withHost(terminal, options, async (session) => {
    const { host, hello, terminal: screen } = session;
    const { people } = await peopleOf(session);
    const [a, b, through] = whoAre(people, by === undefined ? names : [...names, by]);
    const { answer } = await host.call('edit', {
      client: hello.client,
      name: 'introduction.start',
      args: {
        a,
        b,
        stage,
        ...(through === undefined ? {} : { by: through }),
        ...(why === undefined ? {} : { why }),
        ...(channel === undefined ? {} : { channel }),
        ...(day === undefined ? {} : { day }),
        ...(sure === true ? { sure } : {}),
      },
    });
    const { id, tie = null, interaction = null } = Started.parse(answer);
    const speaking = await speakingOf(session);
    const introduction = speaking.network.get('introductions', id);
    if (introduction === undefined) throw new KithmapError('internal', 'The introduction is not there.');
    const drafts = draftsFor(speaking, introduction);
    if (options.json === true) {
      const card = { introduction, since: standsSince(introduction), stuck: undefined };
      const words = drafts.map((draft) => draftInJson(speaking, draft));
      screen.out(json({ introduction: inJson(speaking, card), tie, interaction, drafts: words }));
    } else screen.out(inWords(speaking, introduction, drafts));
    return exits.done;
  });
}

/** @throws KithmapError `bad-argument` where a name means nobody or several, or it is not known who I am. */
function whoAre(people: PeopleIndex, names: readonly string[]): string[] {
  const others = peopleNamed(
    people,
    names.filter((name) => !isMe(name)),
  )
    .map(({ id }) => id)
    .reverse();
  return names.map((name) => {
    const id = isMe(name) ? people.me : others.pop();
    if (id === undefined) {
      throw new KithmapError(
        'bad-argument',
        'Who you are is not known yet. Say so with kithmap import --me, or in the app.',
      );
    }
    return id;
  });
}

function inWords(
  speaking: SpeakingOfMe,
  introduction: Introduction,
  drafts: readonly IntroductionDraft[],
): string {
  const { day, by } = introduction;
  const who = by === undefined ? '' : ` by ${called(speaking, by)}`;
  const when = day === undefined ? '' : ` ${sayDayAhead(day, speaking.today, speaking.locale)}`;
  const both = sayBoth(speaking, introduction);
  const first =
    introduction.stage === 'idea'
      ? `Kept as an idea: ${both}${by === undefined ? '' : `, to be introduced${who}`}.`
      : `Written down: ${both} were introduced${who}${when}, and know each other now.`;
  const texts = drafts.flatMap(({ to, text }) => [
    '',
    `To ask ${listed(to.map((id) => called(speaking, id)))}:`,
    ...text.split('\n').map((line) => (line === '' ? '' : `  ${line}`)),
  ]);
  return `${[first, ...texts].join('\n')}\n`;
}

function draftInJson(speaking: SpeakingOfMe, { use, to, subject, text }: IntroductionDraft): object {
  return { use, to: to.map((id) => ({ id, name: called(speaking, id) })), subject, text };
}
