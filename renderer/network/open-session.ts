/** Says hello to a host and makes a session with it. */
import { contractVersion, type Host } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import { type Helpers, Session } from './session';

/** @throws KithmapError `conflict` where page and host are of different versions. */
export async function openSession(host: Host, helpers: Helpers): Promise<Session> {
  const hello = await host.call('hello', {});
  if (hello.contractVersion !== contractVersion) {
    throw new KithmapError(
      'conflict',
      'This page is of another version than the Kithmap it talks to. Load the page again.',
    );
  }
  // Days are said in the host's locale, not in the window's: half of the sentences on a screen are the host's own.
  return new Session(host, hello, helpers);
}
