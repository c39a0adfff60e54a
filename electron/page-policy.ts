/**
 * What the page may do, the same in the desktop window and in a browser: run its own files, talk to its own host,
 * and nothing else. Styles made while it runs carry the page's own nonce; nothing is ever made from strings.
 */
export interface PolicyOptions {
  /** For style elements of this one page; none for files that are not pages. */
  readonly nonce?: string;
  /** Addresses that the page may talk to besides its own origin. */
  readonly connect?: readonly string[];
}

export function contentSecurityPolicy({ nonce, connect = [] }: PolicyOptions = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    "img-src 'self'",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer, pages and files alike. */
export const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
} as const;
