/**
 * Who was let in. The token of a printed address works once and makes a session: a cookie that scripts cannot read,
 * and a token that only the page's own origin can keep. Cookies go to every port of this machine, storage does not;
 * so both together open the line, and neither alone.
 */
import { KithmapError } from '../../shared/errors';
import { sameSecret } from './guards';

interface Session {
  readonly cookie: string;
  readonly page: string;
}

export interface Admission {
  readonly page: string;
  /** To be set where the session is new. */
  readonly cookie?: string;
}

export interface SessionsOptions {
  /** 128 random bits, as base64url. */
  readonly newToken: () => string;
  /** The printed token was used; this one takes its place. */
  readonly onSpent: (next: string) => void;
}

/** Browsers that are let in at once; the oldest goes when there are more. */
const most = 16;

const refused =
  'Open Kithmap by the address that it printed last. Each address lets one browser in, and works once.';

export class Sessions {
  readonly #options: SessionsOptions;
  readonly #sessions: Session[] = [];
  #once: string;

  constructor(options: SessionsOptions) {
    this.#options = options;
    this.#once = options.newToken();
  }

  /** The token of the address that was printed last. */
  get once(): string {
    return this.#once;
  }

  /**
   * Lets a page in that was in before (reload, second window), or one that has the printed token.
   * @throws KithmapError `unauthorised`
   */
  enter(shown: {
    once?: string | undefined;
    page?: string | undefined;
    cookie?: string | undefined;
  }): Admission {
    if (this.admits(shown.cookie, shown.page)) return { page: shown.page ?? '' };
    const { newToken, onSpent } = this.#options;
    if (shown.once === undefined || !sameSecret(shown.once, this.#once)) {
      throw new KithmapError('unauthorised', refused);
    }
    const session = { cookie: newToken(), page: newToken() };
    this.#sessions.push(session);
    if (this.#sessions.length > most) this.#sessions.shift();
    this.#once = newToken();
    onSpent(this.#once);
    return session;
  }

  admits(cookie: string | undefined, page: string | undefined): boolean {
    if (cookie === undefined || page === undefined) return false;
    return this.#sessions.some((session) => {
      const [hasCookie, hasPage] = [sameSecret(session.cookie, cookie), sameSecret(session.page, page)];
      return hasCookie && hasPage;
    });
  }
}
