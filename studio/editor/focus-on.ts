/** Gives the focus to what has this id, once the screen shows it; to a part of it where it takes none itself. */
export function focusOn(id: string): void {
  queueMicrotask(() => {
    const found = document.getElementById(id);
    found?.closest('details')?.setAttribute('open', '');
    found?.focus();
  });
}
