import { For, Show } from 'solid-js';
import type { DecisionSample } from '../../api.ts';
import { verdictWord } from '../../decision/verdict-words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { counted, numberInWords } from '../../ui/number-in-words.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import styles from '../decisions.module.css';
import type { PartNames } from '../filter/part-names.ts';

interface SampleFactsProps {
  readonly drawn: DecisionSample;
  readonly names: PartNames;
}

/** How a sample was drawn, and how somebody else draws it again. */
export function SampleFacts(props: SampleFactsProps) {
  const rows = () => {
    const { seed, percent, minimum, population, risks } = props.drawn;
    return [
      { term: 'Seed', value: <code>{seed}</code> },
      { term: 'How many', value: `${percent} %, and at least ${numberInWords(minimum)}` },
      ...(risks.length === 0
        ? []
        : [
            {
              term: 'Risks',
              value: (
                <ul>
                  <For each={risks}>
                    {(risk) => (
                      <li>
                        {props.names.textOf(risk.node)}: {verdictWord(risk.verdict)}, {risk.weight} added:{' '}
                        {counted(risk.decisions, 'decision has', 'decisions have')} this
                      </li>
                    )}
                  </For>
                </ul>
              ),
            },
          ]),
      { term: 'Drawn from', value: counted(population.decisions, 'decision', 'decisions') },
      {
        term: 'Digest of those',
        value: <code class={styles.hash}>{population.sha256}</code>,
      },
    ];
  };
  return (
    <section class={styles.part} aria-labelledby="how-title">
      <h3 id="how-title">How it was drawn</h3>
      <SummaryList rows={rows()} />
      <p class={styles.text}>
        Another auditor of the same council draws the same sample with this address, on another day too:
        decisions that are kept later are no part of it. If the digest is another, the decisions it was drawn
        from are not the same: one was erased or is missing.
      </p>
      <CopyText label="Address of this sample" text={window.location.href} />
      <details>
        <summary>How to draw it by hand</summary>
        <p class={styles.text}>
          Each record has a ticket: the first 13 hexadecimal digits of the SHA-256 of the seed, a line feed
          and the id of the record, read as the number t. With u = (t + 0.5) ÷ 2⁵², those with the smallest
          −ln(u) ÷ weight are drawn. The digest is the SHA-256 of the ids of all records in order, a line feed
          between.
        </p>
      </details>
      <Show when={props.drawn.sample.length === props.drawn.population.decisions}>
        <p>Every decision that there is was drawn.</p>
      </Show>
    </section>
  );
}
