/** What brings somebody onto the week's list. */
import type { NewConnection } from './new-connections';
import type { Occasion } from './occasion';
import type { Tweener } from './tweeners';
import type { Verdict } from './verdict';

export type Reason =
  | { readonly kind: 'occasion'; readonly occasion: Occasion }
  | { readonly kind: 'due'; readonly verdict: Verdict; readonly bridgeTo?: string }
  | { readonly kind: 'tweener'; readonly tweener: Tweener }
  | { readonly kind: 'new-connection'; readonly connection: NewConnection }
  /** Was on the list earlier in the week; what brought them there is no more. */
  | { readonly kind: 'shown' };
