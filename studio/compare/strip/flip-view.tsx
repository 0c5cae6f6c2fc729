import { Show } from 'solid-js';
import { changesAddress } from '../../addresses.ts';
import type { Strip } from '../../api.ts';
import { createChanges } from '../../changes/create-changes.ts';
import type { CausesOf, EditOf } from '../attributing.ts';
import { changedInWords } from '../changed-in-words.ts';
import { ChangedTable } from '../changed-table.tsx';
import { flipAt } from './strip-table.tsx';
import styles from './strip.module.css';

type Flip = Strip['flips'][number];
type Edits = NonNullable<ReturnType<ReturnType<typeof createChanges>['value']>>['edits'];

/** Why nothing is said of what causes it. */
const unsaid = {
  'no-shared-ids': 'the two versions have no id in common',
  'restated-attachment': 'the day of attachment is restated under one of the two alone',
} as const;

/** The causes of one change, each edit in its own words; by its name alone where those are not there. */
function causesAt({ attribution }: Flip, edits: Edits, path: string): CausesOf | undefined {
  if (attribution === undefined || !('causes' in attribution)) return undefined;
  const found = attribution.causes.find((one) => one.path === path);
  if (found === undefined) return undefined;
  const inWords = (named: EditOf) =>
    edits.find(({ kind, of, id }) => kind === named.kind && of === named.of && id === named.id) ?? named;
  return { path, sets: found.sets.map((set) => set.map(inWords)), complete: found.complete };
}

interface FlipProps {
  readonly strip: Strip;
  readonly flip: Flip;
}

/** What one version tells the family otherwise than the one before, and because of which edits. */
export function FlipView(props: FlipProps) {
  const sides = () => props.strip.versions.slice(props.flip.left, props.flip.left + 2);
  const name = (at: 0 | 1) => sides()[at]?.ruleset.version ?? '';
  const id = () => sides()[0]?.ruleset.id ?? '';
  const changes = createChanges(() => ({ id: id(), was: name(0), now: name(1) }));
  const causes = () => {
    if (changes.value() === undefined && changes.problem() === undefined) return undefined;
    const edits = changes.value()?.edits ?? [];
    return { causesAt: (path: string) => causesAt(props.flip, edits, path) };
  };
  const refused = () => {
    const { attribution } = props.flip;
    return attribution !== undefined && 'notAttributable' in attribution
      ? unsaid[attribution.notAttributable]
      : undefined;
  };
  const title = () => flipAt(props.flip.left + 1);
  return (
    <section class={styles.flip} aria-labelledby={title()}>
      <h3 id={title()} tabindex="-1">
        From {name(0)} to {name(1)}
      </h3>
      <Show when={refused()}>{(why) => <p>Which edits cause this cannot be said: {why()}.</p>}</Show>
      <ChangedTable
        changed={changedInWords(props.flip.changes, sides())}
        before={name(0)}
        now={name(1)}
        causes={causes()}
      />
      <Show when={refused() === undefined}>
        <p class={styles.text}>
          Causes are looked for of the verdicts of criteria, eligibility and outcomes, and of the sums: what
          else changes follows from those.
        </p>
      </Show>
      <p>
        <a href={changesAddress(id(), name(0), name(1))}>
          All edits from {name(0)} to {name(1)}
        </a>
      </p>
    </section>
  );
}
