import { Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { AmountControl } from '../controls/amount-control.tsx';
import { ChoiceControl, YesNoControl } from '../controls/choice-control.tsx';
import styles from '../controls/controls.module.css';
import { NumberControl } from '../controls/number-control.tsx';
import { SourceControl } from '../controls/source-control.tsx';
import { TextControl } from '../controls/text-control.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { listOptions, parametersOf, sourceOptions } from '../names.ts';
import { useRules } from '../rules.ts';
import { controlOf, errorOf, type Spot } from '../spot.ts';
import { parameterIn } from '../value.ts';

interface MoneyProps {
  readonly spot: Spot;
}

const paymentKinds = [
  { value: 'attachment', text: 'for attaching an eligible family' },
  { value: 'result', text: 'for a result of a family that is attached' },
];

/** The first day on which a payment can no longer be claimed. */
function ClaimBefore(props: MoneyProps) {
  const rules = useRules();
  return (
    <SelectField
      id={controlOf(props.spot)}
      label="To be claimed before"
      error={errorOf(props.spot)}
      options={[{ value: '', text: 'No day is said' }, ...parametersOf(rules, ['day'])]}
      value={parameterIn(props.spot.value()) ?? ''}
      onChange={(parameter) => {
        props.spot.put(parameter === '' ? undefined : { parameter }, 'Change the day it is claimed before');
      }}
    />
  );
}

/** How much a payment is, for what, out of which pot, and until when. */
export function PaymentForm(props: MoneyProps) {
  const rules = useRules();
  const families = () => props.spot.at('families');
  return (
    <section class={styles.stack} aria-labelledby="payment:amount">
      <h2 id="payment:amount">How much, and for what</h2>
      <ChoiceControl spot={props.spot.at('kind')} label="It is paid" options={paymentKinds} />
      <AmountControl spot={props.spot.at('amount')} label="Amount for a family" units={['pence']} />
      <ChoiceControl
        spot={props.spot.at('pot')}
        label="Out of the pot"
        none="Out of none"
        options={listOptions(rules, 'pots')}
      />
      <ClaimBefore spot={props.spot.at('claimBefore')} />
      <Show
        when={families().value() !== undefined}
        fallback={
          <div>
            <Button
              onPress={() => {
                families().put({ atMost: 1 }, 'Limit the families of an authority');
              }}
            >
              Limit the families an authority is paid for
            </Button>
          </div>
        }
      >
        <AmountControl
          spot={families().at('atMost')}
          label="At most so many families of an authority"
          units={['count']}
        />
        <div>
          <Button
            onPress={() => {
              families().put(undefined, 'Limit no authority');
            }}
          >
            Limit no authority
          </Button>
        </div>
      </Show>
    </section>
  );
}

/** What several payments come to at most. */
export function PotForm(props: MoneyProps) {
  return (
    <div class={styles.stack}>
      <TextControl spot={props.spot.at('label')} label="Name" />
      <AmountControl spot={props.spot.at('cap')} label="At most, for one family" units={['pence']} />
      <YesNoControl
        spot={props.spot.at('exclusive')}
        label="How it is shared"
        yes="Only one of its payments is paid"
        no="Its payments fill it in the order they are listed"
        none="Not said: they fill it in the order they are listed"
      />
      <SourceControl spot={props.spot.at('source')} />
    </div>
  );
}

const grantTimes = [
  { value: 'year', text: 'each year' },
  { value: 'programme', text: 'once for the whole programme' },
];

/** A sum for an authority, whatever its families achieve. */
export function GrantForm(props: MoneyProps) {
  return (
    <div class={styles.stack}>
      <TextControl spot={props.spot.at('label')} label="Name" />
      <AmountControl spot={props.spot.at('amount')} label="Amount for an authority" units={['pence']} />
      <ChoiceControl spot={props.spot.at('each')} label="It is paid" options={grantTimes} />
      <SourceControl spot={props.spot.at('source')} />
    </div>
  );
}

const familyRoundings = [
  { value: 'floor', text: 'counted down to a whole family' },
  { value: 'nearest', text: 'counted to the nearest whole family' },
  { value: 'none', text: 'not rounded to whole families' },
];
const moneyRoundings = [
  { value: 'penny', text: 'the nearest penny' },
  { value: 'pound', text: 'the nearest pound' },
];

/** The funded fraction of families, or that all are. */
export function ShareForm(props: MoneyProps) {
  const rules = useRules();
  const fresh = () => ({
    ...{ funded: 5, of: 6, families: 'floor', money: 'penny' },
    source: { ref: sourceOptions(rules)[0]?.value ?? '', standing: 'unverified' },
  });
  return (
    <Show
      when={props.spot.value() !== undefined}
      fallback={
        <>
          <p>Every family is funded.</p>
          <div>
            <Button
              onPress={() => {
                props.spot.put(fresh(), 'Fund a share of families');
              }}
            >
              Fund only a share of families
            </Button>
          </div>
        </>
      }
    >
      <div class={styles.row}>
        <NumberControl spot={props.spot.at('funded')} label="Families that are funded" unit="count" />
        <NumberControl spot={props.spot.at('of')} label="Of every" unit="count" />
      </div>
      <ChoiceControl spot={props.spot.at('families')} label="Families are" options={familyRoundings} />
      <ChoiceControl spot={props.spot.at('money')} label="Totals are to" options={moneyRoundings} />
      <SourceControl spot={props.spot.at('source')} />
      <div>
        <Button
          onPress={() => {
            props.spot.put(undefined, 'Fund every family');
          }}
        >
          Fund every family
        </Button>
      </div>
    </Show>
  );
}
