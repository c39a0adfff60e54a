/**
 * What the page may ask of the system. Everything is denied unless it stands here with a reason; what web pages often
 * ask for stands here, too, with the reason why not.
 */
import type { SessionPart } from './parts';

interface Permission {
  readonly granted: boolean;
  readonly why: string;
}

export const permissions: ReadonlyMap<string, Permission> = new Map([
  ['clipboard-sanitized-write', { granted: true, why: 'A draft or an address is copied with a button.' }],
  ['clipboard-read', { granted: false, why: 'The person pastes; nobody reads their clipboard.' }],
  ['fullscreen', { granted: false, why: 'The window goes full screen from its menu.' }],
  ['geolocation', { granted: false, why: 'Places are what the person writes.' }],
  ['media', { granted: false, why: 'There is nothing to see or hear of the person.' }],
  ['display-capture', { granted: false, why: 'No screen is ever recorded.' }],
  ['notifications', { granted: false, why: 'The host notifies, not the page.' }],
  ['openExternal', { granted: false, why: 'Links leave by the host, which looks at them first.' }],
  ['fileSystem', { granted: false, why: 'Files come by drop or dialog, one at a time.' }],
  ['persistent-storage', { granted: false, why: 'What is kept is kept in the data folder.' }],
]);

/** Addresses that a page may load anything from. */
export function mayLoad(url: string, origin: string, devTools: boolean): boolean {
  return url.startsWith(`${origin}/`) || (devTools && url.startsWith('devtools://'));
}

export function confineSession(session: SessionPart, origin: string, devTools: boolean): void {
  const granted = (permission: string): boolean => permissions.get(permission)?.granted ?? false;
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(granted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => granted(permission));
  session.setDevicePermissionHandler(() => false);
  // The page's policy forbids it already; this holds should the policy ever have a hole.
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !mayLoad(url, origin, devTools) });
  });
}
