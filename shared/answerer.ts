/**
 * A host before its types: calls by name with anything for arguments, as carriers see it. `hostOf` puts the
 * contract's types on top, by reading every answer with the schema of its method.
 */
import type { Arguments, Host, HostEvent, Method, Result } from './contract';
import { parseResult } from './contract-parsing';

export interface Answerer {
  /** @throws KithmapError for every failure, `unknown-method` and `bad-argument` included. */
  answer(method: string, args: unknown): Promise<unknown>;
  /** @returns a function that ends the subscription. */
  subscribe(listener: (event: HostEvent) => void): () => void;
  close(): Promise<void>;
}

export function hostOf(answerer: Answerer): Host {
  return {
    async call<M extends Method>(method: M, args: Arguments<M>): Promise<Result<M>> {
      return parseResult(method, await answerer.answer(method, args));
    },
    subscribe: (listener) => answerer.subscribe(listener),
    close: () => answerer.close(),
  };
}
