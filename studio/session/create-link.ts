import { createSignal } from 'solid-js';
import { fromFragment } from './from-fragment.ts';

/** What a link that is good once carries, from the address `#link=…`. It is kept nowhere: loading the page loses it. */
export function createLink() {
  const [link, setLink] = createSignal<string>();
  fromFragment('link', setLink);
  return link;
}
