/** `app://kithmap/`: the built page's files, from a fixed list, with the page's policy on each. */
import type { BuiltPage } from '../built-page';
import { contentSecurityPolicy, securityHeaders } from '../page-policy';
import type { SchemePrivileges } from './parts';

export const appScheme = 'app';
export const appOrigin = 'app://kithmap';
export const appAddress = `${appOrigin}/`;

export const appPrivileges: SchemePrivileges = {
  scheme: appScheme,
  // `standard` and `secure` give the page an origin of its own, and workers, modules and storage with it.
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** @param newNonce 128 random bits as base64url, fresh for each page. */
export function answerAppRequest(
  page: BuiltPage,
  request: { readonly method: string; readonly url: string },
  newNonce: () => string,
): Response {
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
  if (url?.protocol !== `${appScheme}:` || url.host !== 'kithmap') return refused(404);
  if (request.method !== 'GET') return refused(405);
  if (url.pathname === '/' || url.pathname === '/index.html') {
    const nonce = newNonce();
    return new Response(page.index(nonce), {
      headers: {
        ...securityHeaders,
        'content-security-policy': contentSecurityPolicy({ nonce }),
        'content-type': 'text/html; charset=utf-8',
      },
    });
  }
  const file = page.file(url.pathname);
  if (file === undefined) return refused(404);
  return new Response(new Uint8Array(file.body), {
    headers: {
      ...securityHeaders,
      'content-security-policy': contentSecurityPolicy(),
      'content-type': file.type,
    },
  });
}

function refused(status: number): Response {
  return new Response(null, {
    status,
    headers: { ...securityHeaders, 'content-security-policy': contentSecurityPolicy() },
  });
}
