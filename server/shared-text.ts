/** A text in memory that threads share, so that it is not copied for each. */
export function sharedText(text: string): SharedArrayBuffer {
  const bytes = new TextEncoder().encode(text);
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

export function textIn(shared: SharedArrayBuffer): string {
  return new TextDecoder().decode(new Uint8Array(shared).slice());
}
