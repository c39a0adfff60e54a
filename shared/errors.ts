/**
 * Every failure that reaches a person is one of these: a code that programs can tell apart, and a sentence
 * that says what happened and what to do about it.
 */
export const errorCodes = [
  'bad-argument', // an argument does not fit its schema
  'unknown-method', // no such method in the contract
  'unauthorised', // the caller did not show that it belongs to this app
  'too-large', // a message or file over its cap
  'not-found', // the thing named is not in the network
  'conflict', // the command cannot apply to the network as it is now
  'read-only', // the network was opened for reading only
  'busy', // another program holds what is needed
  'disk', // the disk refused: full, read-only, gone
  'damaged', // a file is not what it should be
  'newer-version', // written by a newer Kithmap
  'bad-file', // an imported file cannot be read
  'cancelled', // the person or the caller gave up
  'unavailable', // this host cannot do that (see capabilities)
  'internal', // a fault of ours
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export class KithmapError extends Error {
  override readonly name = 'KithmapError';
  readonly code: ErrorCode;

  /** @param sentence what happened and what the person can do, as a whole sentence. */
  constructor(code: ErrorCode, sentence: string, options?: { cause?: unknown }) {
    super(sentence, options);
    this.code = code;
  }
}

/** What travels between host and page instead of a thrown object. */
export interface ErrorMessage {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Any thrown thing as a message; what is not ours is an `internal` fault and keeps its own words out. */
export function toErrorMessage(error: unknown): ErrorMessage {
  if (error instanceof KithmapError) return { code: error.code, message: error.message };
  return {
    code: 'internal',
    message: 'Something in Kithmap failed. Nothing was changed. Try again, and restart if it persists.',
  };
}
