import { For, Show } from 'solid-js';
import type { Judgement, Vocabulary } from '../engine.ts';
import { Button } from '../ui/button.tsx';
import { Words } from '../ui/words.tsx';
import { missingInWords, termInWords } from './in-words.ts';
import styles from './reason-list.module.css';

export type MissingDatum = Judgement['missing'][number];

interface MissingListProps {
  readonly judgement: Judgement;
  readonly vocabulary: Vocabulary;
  /** Leads to where a datum can be filled in. */
  readonly onFill?: ((datum: MissingDatum) => void) | undefined;
}

/** The words of everything that waits for a datum, by its id. */
function labelsOf({ criteria, eligibility, outcomes, payments }: Judgement): ReadonlyMap<string, string> {
  const parts = outcomes.flatMap(({ id, label, parts: of }) =>
    of.map((part) => ({ id: `${id}.${part.id}`, label: `${label}: ${part.label}` })),
  );
  const all = [...criteria, ...eligibility.routes, ...outcomes, ...parts, ...payments];
  return new Map(all.map(({ id, label }) => [id, label]));
}

/** Leads to where a datum can be filled in; of terms, to one of them. */
function FillIn(props: Pick<MissingListProps, 'onFill'> & { readonly datum: MissingDatum }) {
  const what = () => {
    const { recordType, field, member, terms } = props.datum;
    const whose = member === undefined ? '' : ` of ${member}`;
    return `${terms?.map(termInWords).join() ?? field ?? recordType ?? ''}${whose}`;
  };
  return (
    <Show when={props.onFill}>
      {(fill) => (
        <div>
          <Button
            label={`Fill in ${what()}`}
            onPress={() => {
              fill()(props.datum);
            }}
          >
            Fill in
          </Button>
        </div>
      )}
    </Show>
  );
}

/** What is not known and would settle something: of whom, of which days or terms, and what waits for it. */
export function MissingList(props: MissingListProps) {
  const neededFor = (ids: readonly string[]) => {
    const labels = labelsOf(props.judgement);
    return ids.map((id) => labels.get(id) ?? id).join('; ');
  };
  return (
    <section class={styles.missing} aria-label="Missing data">
      <h3 id="missing" tabindex="-1">
        Missing data
      </h3>
      <Show
        when={props.judgement.missing.length > 0}
        fallback={<p>Nothing that is missing would change a verdict.</p>}
      >
        <ul class={styles.data}>
          <For each={props.judgement.missing}>
            {(datum) => (
              <li>
                <p>
                  <Words text={missingInWords(datum, props.vocabulary)} />
                  <Show when={datum.terms}> for these terms:</Show>
                </p>
                <Show when={datum.terms}>
                  {(terms) => (
                    <ul class={styles.terms}>
                      <For each={terms()}>
                        {(term) => (
                          <li>
                            {termInWords(term)}
                            <FillIn datum={{ ...datum, terms: [term] }} onFill={props.onFill} />
                          </li>
                        )}
                      </For>
                    </ul>
                  )}
                </Show>
                <p class={styles.source}>Needed for: {neededFor(datum.neededFor)}</p>
                <Show when={datum.terms === undefined}>
                  <FillIn datum={datum} onFill={props.onFill} />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
