/**
 * A command is the only way to change a network: a name, a schema for its arguments, and what it does to a draft.
 * Clock and new ids come in with the context, so that a command does the same wherever it runs.
 *
 *   arguments --schema--> apply(draft, args, context) --> patches + what the command answers
 */
import type { z } from 'zod';
import { KithmapError } from '../errors';
import type { ReadonlyNetwork } from '../model/network';
import type { Patch } from '../model/patch';
import type { Day, Moment } from '../time';
import { Draft } from './draft';

export interface CommandContext {
  readonly now: Moment;
  readonly today: Day;
  readonly zone: string;
  /** BCP 47, for what a command says about days. */
  readonly locale?: string;
  readonly newId: () => string;
  /** The batch that the command is part of, while an import runs. */
  readonly batch?: string;
}

/** What a command answers to who gave it: ids that it made, what else it touched. */
export type Answer = Readonly<Record<string, unknown>>;

export interface Command {
  readonly name: string;
  /** What undo says it takes back: "Undo: add contact". */
  readonly label: string;
  readonly schema: z.ZodType;
  /** Parses the arguments and does the work. @throws KithmapError `bad-argument`, `not-found` or `conflict`. */
  run(draft: Draft, args: unknown, context: CommandContext): Answer;
}

/** A command with its argument type; `apply` gets what the schema made of the arguments. */
export interface CommandDefinition<S extends z.ZodType> {
  readonly name: string;
  readonly label: string;
  readonly schema: S;
  // Returns the ids it made and the like; nothing where there is nothing to say.
  readonly apply: (draft: Draft, args: z.output<S>, context: CommandContext) => Answer | undefined;
}

export function defineCommand<S extends z.ZodType>(
  definition: CommandDefinition<S>,
): Command & { readonly schema: S } {
  return {
    name: definition.name,
    label: definition.label,
    schema: definition.schema,
    run(draft, args, context) {
      const parsed = definition.schema.safeParse(args);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        const where = issue?.path.join('.') ?? '';
        throw new KithmapError(
          'bad-argument',
          `${definition.label}: ${where === '' ? '' : `${where}: `}${issue?.message ?? 'the arguments do not fit'}.`,
        );
      }
      return definition.apply(draft, parsed.data, context) ?? {};
    },
  };
}

export interface Outcome {
  readonly patches: readonly Patch[];
  readonly answer: Answer;
}

/** Runs a command against a network without changing it; apply the patches to change it. */
export function run(
  network: ReadonlyNetwork,
  command: Command,
  args: unknown,
  context: CommandContext,
): Outcome {
  const draft = new Draft(network);
  const answer = command.run(draft, args, context);
  return { patches: draft.patches(), answer };
}
