import { useLocation, useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { changesAddress, compareAddress, readingAddress } from '../addresses.ts';
import type { Changes, Edit } from '../api.ts';
import { SearchBox } from '../ui/search-box.tsx';
import { EditList } from './edit-list.tsx';
import { versionSide } from './edit-place.ts';
import { type Effect, effectNames, effects, isEffect } from './effects.ts';
import { EffectTag } from './effect-tag.tsx';
import styles from './changes-page.module.css';

interface Filter {
  readonly effect: Effect | undefined;
  readonly find: string;
}

function query({ effect, find }: Filter): string {
  const asked = new URLSearchParams({
    ...(effect && { effect }),
    ...(find === '' ? {} : { find }),
  }).toString();
  return asked === '' ? '' : `?${asked}`;
}

function has({ id, was, now, owners }: Edit, find: string): boolean {
  const said = [id, was, now, ...owners].join(' ').toLowerCase();
  return find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

function createFilter(changes: () => Changes) {
  const [search] = useSearchParams<{ effect: string; find: string }>();
  const filter = (): Filter => ({
    effect: isEffect(search.effect) ? search.effect : undefined,
    find: search.find ?? '',
  });
  const found = createMemo(() => changes().edits.filter((edit) => has(edit, filter().find)));
  const shown = () => found().filter(({ effect }) => effect === (filter().effect ?? effect));
  const count = (effect: Effect | undefined) =>
    found().filter((edit) => effect === undefined || edit.effect === effect).length;
  const told = () => `${shown().length} of ${changes().edits.length} edits`;
  return { filter, shown, count, told };
}

function Effects(props: {
  readonly filter: Filter;
  readonly count: (effect: Effect | undefined) => number;
  readonly page: string;
}) {
  return (
    <nav class={styles.filter} aria-label="Which edits are shown">
      <ul>
        <For each={[undefined, ...effectNames]}>
          {(effect) => (
            <li>
              <a
                href={`${props.page}${query({ effect, find: props.filter.find })}`}
                aria-current={props.filter.effect === effect ? 'true' : undefined}
                noScroll
              >
                {effect === undefined ? 'All' : effects[effect].word} ({props.count(effect)})
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

function Meanings() {
  return (
    <details class={styles.meanings}>
      <summary>What looser, tighter, neither and wording only mean</summary>
      <dl>
        <For each={effectNames}>
          {(effect) => (
            <div>
              <dt>
                <EffectTag effect={effect} />
              </dt>
              <dd>{effects[effect].meaning}</dd>
            </div>
          )}
        </For>
      </dl>
    </details>
  );
}

/** The edits between two versions, those that are asked for. */
export function ChangesPage(props: { readonly changes: Changes }) {
  const location = useLocation();
  const navigate = useNavigate();
  const { filter, shown, count, told } = createFilter(() => props.changes);
  const page = () => changesAddress(props.changes.id, props.changes.was.version, props.changes.now.version);
  const side = (as: 'Was' | 'Now', of: 'was' | 'now') => versionSide(as, sideOf(of));
  const sideOf = (of: 'was' | 'now') => ({ id: props.changes.id, version: props.changes[of].version });
  const back = () => changesAddress(props.changes.id, props.changes.now.version, props.changes.was.version);
  return (
    <>
      <dl class={styles.versions}>
        <For each={[props.changes.was, props.changes.now]}>
          {({ version, hash }, at) => (
            <div>
              <dt>{at() === 0 ? 'Was' : 'Now'}</dt>
              <dd>
                <a href={readingAddress({ id: props.changes.id, version })}>Version {version}</a>
                <br />
                <code>{hash}</code>
              </dd>
            </div>
          )}
        </For>
      </dl>
      <p class={styles.other}>
        <a href={back()}>The other way round</a>
        <br />
        <a href={compareAddress(sideOf('was'), sideOf('now'))}>What they decide differently of one family</a>
      </p>
      <Show
        when={props.changes.edits.length > 0}
        fallback={<p>Nothing but the number differs: both versions say the same.</p>}
      >
        <Meanings />
        <Effects filter={filter()} count={count} page={page()} />
        <SearchBox
          label="Look for"
          hint="Words of either sentence, an id, or what it bears on."
          value={filter().find}
          told={told()}
          onSearch={(find) => {
            navigate(`${location.pathname}${query({ ...filter(), find })}`, {
              replace: true,
              scroll: false,
              resolve: false,
            });
          }}
        />
        <section aria-labelledby="studio:edits">
          <h2 id="studio:edits">Edits</h2>
          <Show when={shown().length > 0} fallback={<p>No edit is of this kind and has these words.</p>}>
            <EditList edits={shown()} was={side('Was', 'was')} now={side('Now', 'now')} />
          </Show>
        </section>
      </Show>
    </>
  );
}
