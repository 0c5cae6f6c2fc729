import { useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { draftAddress } from '../../addresses.ts';
import controls from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { Found, Part } from '../part.tsx';
import { type Rules, useRules } from '../rules.ts';
import { LinesOf } from '../rules/rule-lists-screens.tsx';
import { RuleList } from '../rules/rule-list.tsx';
import { Removal, RulePage, spotById } from '../rules/rule-screen.tsx';
import { Sentence } from '../sentence.tsx';
import { findingsWithin, type Spot } from '../spot.ts';
import { memberOf, textOf } from '../value.ts';
import { GrantForm, PaymentForm, PotForm, ShareForm } from './money-forms.tsx';

const above = { of: 'payments', text: 'Payments' };

interface ListedProps {
  readonly list: 'payments' | 'pots' | 'grants';
  readonly word: string;
  readonly title: string;
  readonly none: string;
}

function Listed(props: ListedProps) {
  const rules = useRules();
  const heading = () => `money:${props.list}`;
  return (
    <section class={controls.stack} aria-labelledby={heading()}>
      <h2 id={heading()}>{props.title}</h2>
      <p>
        <a href={draftAddress(rules.editing.draft().id, `add-${props.word}`)}>Add a {props.word}</a>
      </p>
      <RuleList
        list={[props.list]}
        at={(id) => `${props.list}/${id}`}
        word={props.word}
        none={props.none}
        more={(spot) => <LinesOf spot={spot} />}
      />
    </section>
  );
}

function Money() {
  const rules = useRules();
  const share = () => rules.top.at('share');
  return (
    <>
      <Listed list="payments" word="payment" title="Payments" none="Nothing is paid yet." />
      <Listed
        list="pots"
        word="pot"
        title="Pots"
        none="There is no pot: what one family’s payments come to together is not limited."
      />
      <Listed list="grants" word="grant" title="Grants" none="There is no grant." />
      <section class={controls.stack} aria-labelledby="money:share">
        <h2 id="money:share">Share of families</h2>
        <Show when={share().value() !== undefined}>
          <Sentence spot={share()} />
          <FindingList findings={findingsWithin(share())} />
        </Show>
        <ShareForm spot={share()} />
      </section>
    </>
  );
}

/** What is paid: payments, pots, grants and the share of families. */
export function PaymentsScreen() {
  return (
    <Part title="Payments" lead="What is paid, in the order in which pots are filled.">
      {() => <Money />}
    </Part>
  );
}

export function PaymentScreen() {
  const params = useParams<{ payment: string }>();
  return <RulePage kind="payment" id={params.payment} first={(spot) => <PaymentForm spot={spot} />} />;
}

interface ThingPageProps {
  readonly list: 'pots' | 'grants';
  readonly word: string;
  readonly id: string;
  readonly form: Component<{ readonly spot: Spot }>;
}

/** A pot or a grant: its sentence, its form, and the way to remove it. */
function ThingPage(props: ThingPageProps) {
  const spotIn = (rules: Rules) => spotById(rules, [props.list], props.id);
  return (
    <Part above={above} title={(rules) => textOf(memberOf(spotIn(rules)?.value(), 'label')) || props.id}>
      {(rules) => (
        <Found spot={spotIn(rules)} what={props.word}>
          {(spot) => (
            <>
              <Sentence spot={spot} />
              <FindingList findings={findingsWithin(spot)} />
              <Dynamic component={props.form} spot={spot} />
              <Removal spot={spot} word={props.word} listed="payments" />
            </>
          )}
        </Found>
      )}
    </Part>
  );
}

export function PotScreen() {
  const params = useParams<{ pot: string }>();
  return <ThingPage list="pots" word="pot" id={params.pot} form={PotForm} />;
}

export function GrantScreen() {
  const params = useParams<{ grant: string }>();
  return <ThingPage list="grants" word="grant" id={params.grant} form={GrantForm} />;
}
