/** Opens whatever hides something, however deep. */
export function openAround(element: HTMLElement | undefined | null): void {
  for (let one = element?.closest('details'); one; one = one.parentElement?.closest('details'))
    one.setAttribute('open', '');
}

/** Gives the focus to what has this id, once the screen shows it; to a part of it where it takes none itself. */
export function focusOn(id: string): void {
  queueMicrotask(() => {
    const found = document.getElementById(id);
    openAround(found);
    found?.focus();
  });
}
