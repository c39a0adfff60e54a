/** The card of a person, once it is drawn, has the keys. */
export function focusCard(contact: string | undefined): void {
  if (contact !== undefined) document.getElementById(cardId(contact))?.focus();
}

export function cardId(contact: string): string {
  return `today-${contact}`;
}

export function isFocusIn(selector: string): boolean {
  return document.activeElement?.closest(selector) instanceof Element;
}
