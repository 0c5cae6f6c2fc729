import { Match, Show, Switch } from 'solid-js';
import type { ComparedPair } from '../../api.ts';
import { EffectTag } from '../../changes/effect-tag.tsx';
import { counted, numberInWords } from '../../ui/number-in-words.ts';
import { Table } from '../../ui/table.tsx';
import { EditSaid } from '../causes-view.tsx';
import styles from './cohort.module.css';
import { difference } from './comparison-in-words.ts';

interface EditsProps {
  readonly pair: ComparedPair;
  /** The address of the families that an edit explains. */
  readonly behind: (edit: number) => string;
}

const columns = [
  { head: 'Edit' },
  { head: 'Effect' },
  { head: 'Families it helps to explain', number: true },
  { head: 'Its part of the pounds due', number: true },
  { head: 'Its part of who is eligible', number: true },
];

const why: Readonly<Record<NonNullable<ComparedPair['notAttributable']>, string>> = {
  'no-shared-ids': 'the two versions have no id in common',
  'restated-attachment': 'the day of attachment is restated under one version alone',
};

const shares = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

/** What could not be said exactly. */
function caveats({ estimated, incomplete }: NonNullable<ComparedPair['explained']>): string | undefined {
  const said = [
    ...(estimated > 0 ? [`the parts of ${counted(estimated, 'family', 'families')} are estimated`] : []),
    ...(incomplete > 0
      ? [`of ${counted(incomplete, 'family', 'families')} not every set of edits was tried`]
      : []),
  ];
  return said.length === 0 ? undefined : `Too many edits differ to try them all: ${said.join(', and ')}.`;
}

/** What each edit between two versions explains of what changes, or why that is not said. */
export function EditsExplained(props: EditsProps) {
  const reason = () => {
    const { notAttributable } = props.pair;
    return notAttributable === undefined ? undefined : why[notAttributable];
  };
  return (
    <section class={styles.part} aria-labelledby="edits-title">
      <h2 id="edits-title">What each edit explains</h2>
      <Switch fallback={<p>It was not asked which edits cause what changes.</p>}>
        <Match when={reason()}>
          {(words) => <p>It cannot be said which edits cause what changes, because {words()}.</p>}
        </Match>
        <Match when={props.pair.explained}>
          {(explained) => (
            <Show
              when={explained().edits.length > 0}
              fallback={<p>No edit changes anything for these families.</p>}
            >
              <p class={styles.text}>
                An edit’s part is its mean effect over every order in which the edits could be made; all parts
                together make up the difference.
              </p>
              <Show when={caveats(explained())}>{(words) => <p class={styles.text}>{words()}</p>}</Show>
              <Table
                caption="Edits, the one that explains most families first"
                columns={columns}
                rows={explained().edits}
                cells={(one) => [
                  <div class={styles.edits}>
                    <EditSaid edit={one} />
                  </div>,
                  <EffectTag effect={one.effect} />,
                  <a
                    href={props.behind(one.edit)}
                    aria-label={`${numberInWords(one.families)} families that it helps to explain`}
                  >
                    {numberInWords(one.families)}
                  </a>,
                  difference(one.duePence),
                  shares.format(one.eligible),
                ]}
              />
            </Show>
          )}
        </Match>
      </Switch>
    </section>
  );
}
