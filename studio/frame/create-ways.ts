import { createMemo } from 'solid-js';
import { screens } from '../screens.ts';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { grouped, type Way } from './navigation.ts';

const reference: Way = { place: 'API reference', href: '/api/v1/reference', external: true };

/** Where whoever asks can go from anywhere, by group. */
export function createWays() {
  const { account } = useSession();
  const groups = createMemo(() => {
    const ways = screens.flatMap(({ path, navigation, needs }): Way[] =>
      navigation !== undefined && mayOpen(needs, account()) ? [{ place: navigation, href: path }] : [],
    );
    return grouped([...ways, reference]);
  });
  return groups;
}
