/** Reading what travels between a caller and a host: arguments, results and the sentences for what does not fit. */
import type { z } from 'zod';
import { contract, type Contract, type Method, type Result } from './contract';
import { KithmapError } from './errors';

/** The arguments of a method once its schema has read them: defaults are filled in. */
export type Parsed<M extends Method> = z.output<Contract[M]['args']>;

/** The contract seen method by method, so that the schema of a method and its types stay together. */
const schemas: {
  readonly [M in Method]: { readonly args: z.ZodType<Parsed<M>>; readonly result: z.ZodType<Result<M>> };
} = contract;

/** @throws KithmapError `bad-argument` with the first thing that does not fit. */
export function parseArguments<M extends Method>(method: M, args: unknown): Parsed<M> {
  const parsed = schemas[method].args.safeParse(args);
  if (parsed.success) return parsed.data;
  throw new KithmapError('bad-argument', `"${method}" was asked wrongly: ${firstIssue(parsed.error)}.`);
}

/** @throws KithmapError `internal` where a host answers something else than its contract says. */
export function parseResult<M extends Method>(method: M, result: unknown): Result<M> {
  const parsed = schemas[method].result.safeParse(result);
  if (parsed.success) return parsed.data;
  throw new KithmapError(
    'internal',
    `Kithmap gave "${method}" an answer that cannot be read: ${firstIssue(parsed.error)}.`,
  );
}

/** The first complaint of a schema, with its place, as the end of a sentence. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'it does not fit';
  const where = issue.path.map(String).join('.');
  return where === '' ? issue.message : `${where}: ${issue.message}`;
}
