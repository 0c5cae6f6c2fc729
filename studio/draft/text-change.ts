/** What of a text gives way to what, at an offset. */
export interface TextChange {
  readonly at: number;
  readonly was: string;
  readonly now: string;
}

function sameAtHead(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

function sameAtTail(one: string, other: string, most: number): number {
  let length = 0;
  while (
    length < most &&
    one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)
  )
    length += 1;
  return length;
}

/** The one stretch in which two texts differ. */
export function changeBetween(was: string, now: string): TextChange {
  const at = sameAtHead(was, now);
  const tail = sameAtTail(was, now, Math.min(was.length, now.length) - at);
  return { at, was: was.slice(at, was.length - tail), now: now.slice(at, now.length - tail) };
}

/** The text after a change of it. */
export function changed(text: string, { at, was, now }: TextChange): string {
  return text.slice(0, at) + now + text.slice(at + was.length);
}

/** The change that takes a change back. */
export const reverseOf = ({ at, was, now }: TextChange): TextChange => ({ at, was: now, now: was });
