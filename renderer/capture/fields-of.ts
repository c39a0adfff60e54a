/** What the form of fields begins with, when somebody goes there from the line. */
import type { LogArguments } from '../../shared/capture/log';
import type { Channel, Interaction } from '../../shared/model/entities';
import type { Line } from './use-line';

export interface FormStart {
  readonly people: readonly string[];
  readonly day?: string;
  readonly channel?: Channel;
  readonly direction?: Interaction['direction'];
  readonly minutes?: number;
  readonly summary?: string;
  readonly confidential?: boolean;
  /** What the line says besides, which the fields cannot: it is logged with them. */
  readonly beside?: Pick<LogArguments, 'madeOn' | 'commitments' | 'exchanges' | 'introductions' | 'tags'>;
}

/** Where something is open, nothing is lost: the whole line becomes the summary. */
export function fieldsOf({ text, capture, meant, args, problems, context }: Line): FormStart {
  const known = (args.interaction?.with ?? []).flatMap((one) => ('id' in one ? [one.id] : []));
  const people = known.filter((id) => context.people.person(id) !== undefined);
  const { day, channel, direction, minutes, confidential } = meant;
  const whole = {
    people,
    day: day ?? context.today,
    channel: channel?.channel,
    direction,
    minutes,
    confidential,
  };
  const isOpen =
    problems.length > 0 || args.interaction === undefined || known.length < args.interaction.with.length;
  if (isOpen) return { ...whole, summary: text.trim() };
  const { madeOn, commitments, exchanges, introductions, tags } = args;
  return {
    ...whole,
    summary: args.interaction.summary ?? capture.rest,
    beside: { madeOn, commitments, exchanges, introductions, tags },
  };
}
