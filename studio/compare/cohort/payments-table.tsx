import { Show } from 'solid-js';
import type { ComparedPair } from '../../api.ts';
import type { Ruleset } from '../../engine.ts';
import { pounds } from '../../money-in-words.ts';
import { numberInWords } from '../../ui/number-in-words.ts';
import { Table } from '../../ui/table.tsx';
import styles from './cohort.module.css';
import { difference } from './comparison-in-words.ts';
import { paymentNamed } from './names-in-rules.ts';

interface PaymentsProps {
  readonly pair: Omit<Paid, 'id' | 'families'> & Pick<ComparedPair, 'changed' | 'payments'>;
  readonly before: string;
  readonly after: string;
  readonly rulesets: readonly Ruleset[];
  /** Whether payments that stay the same are shown too. */
  readonly showsAll: boolean;
  /** The address of the families of which the pence due of a payment differ, where they have one. */
  readonly behind?: ((payment: string) => string) | undefined;
}

type Paid = Omit<ComparedPair['payments'][number], 'id'> & { readonly id: string | undefined };

const isSame = (one: Paid) =>
  one.leftDuePence === one.rightDuePence && one.leftPossiblePence === one.rightPossiblePence;

/** The pounds that move, by payment and in all. */
export function PaymentsTable(props: PaymentsProps) {
  const rows = (): readonly Paid[] => {
    const { payments, changed, leftDuePence, rightDuePence, leftPossiblePence, rightPossiblePence } =
      props.pair;
    const all = { leftDuePence, rightDuePence, leftPossiblePence, rightPossiblePence };
    return [
      ...payments.filter((one) => props.showsAll || !isSame(one) || one.families > 0),
      { id: undefined, families: changed, ...all },
    ];
  };
  const columns = () => [
    { head: 'Payment' },
    { head: 'Families of which it differs', number: true },
    { head: `Due under ${props.before}`, number: true },
    { head: `Due under ${props.after}`, number: true },
    { head: 'Difference', number: true },
    { head: `At most, under ${props.before}`, number: true },
    { head: `At most, under ${props.after}`, number: true },
  ];
  return (
    <section class={styles.part} aria-labelledby="pounds-title">
      <h2 id="pounds-title">Pounds by payment</h2>
      <Table
        caption="By payment, and in all"
        columns={columns()}
        rows={rows()}
        cells={(one) => [
          one.id === undefined ? <strong>In all</strong> : paymentNamed(one.id, props.rulesets),
          <Show when={one.id} fallback="">
            {(id) => (
              <Show when={one.families > 0 && props.behind} fallback={numberInWords(one.families)}>
                {(behind) => (
                  <a
                    href={behind()(id())}
                    aria-label={`${numberInWords(one.families)} families of which ${id()} differs`}
                  >
                    {numberInWords(one.families)}
                  </a>
                )}
              </Show>
            )}
          </Show>,
          pounds(one.leftDuePence),
          pounds(one.rightDuePence),
          difference(one.rightDuePence - one.leftDuePence),
          pounds(one.leftPossiblePence),
          pounds(one.rightPossiblePence),
        ]}
      />
    </section>
  );
}
