/** Which card or line of an introduction has the keys. */

/** Once it is drawn. */
export function focusIntroduction(id: string | undefined): void {
  for (const one of document.querySelectorAll<HTMLElement>('[data-introduction]')) {
    if (one.dataset['introduction'] !== id) continue;
    one.focus();
    return;
  }
}
