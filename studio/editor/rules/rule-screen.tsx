import { useNavigate, useParams } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import type { Path } from '../../draft/editing.ts';
import { Confirm } from '../../ui/confirm.tsx';
import styles from '../controls/controls.module.css';
import { Found, Part } from '../part.tsx';
import { type Rules, useRules } from '../rules.ts';
import { changeAll, type Spot } from '../spot.ts';
import { idOf, listOf, memberOf, textOf, valueAt } from '../value.ts';
import { OutcomeParts } from './outcome-parts.tsx';
import { RuleConditions, RuleHead, RuleWords } from './rule-form.tsx';
import { type RuleKind, ruleKinds } from './rule-kinds.ts';

/** Where the thing of this id stands in a list; undefined where it does not. */
export function spotById(rules: Rules, list: Path, id: string): Spot | undefined {
  const at = listOf(valueAt(rules.document(), list)).findIndex((one) => idOf(one) === id);
  return at === -1 ? undefined : rules.top.at(...list, at);
}

/** Takes a thing of a list away, and goes back to where it was listed. */
export function Removal(props: { readonly spot: Spot; readonly word: string; readonly listed: string }) {
  const rules = useRules();
  const navigate = useNavigate();
  return (
    <section class={styles.stack} aria-labelledby="rule:remove">
      <h2 id="rule:remove">Remove it</h2>
      <Confirm
        ask={`Remove this ${props.word}`}
        question={`Remove this ${props.word}? What refers to it is then wrong. Undo brings it back.`}
        yes="Yes, remove"
        no="Leave it"
        onYes={() => {
          const gone = props.spot.path;
          navigate(draftAddress(rules.editing.draft().id, props.listed));
          changeAll(rules.top, `Remove a ${props.word}`, [{ remove: gone }]);
        }}
      />
    </section>
  );
}

interface RulePageProps {
  readonly kind: RuleKind;
  readonly id: string;
  /** Within what the list stands: of a part, its outcome. */
  readonly within?: (rules: Rules) => Path | undefined;
  readonly above?: { readonly of: string; readonly text: string };
  /** What stands between its sentence and its conditions. */
  readonly first?: (spot: Spot) => JSX.Element;
}

/** One rule: its sentence, its conditions, and what else is said of it. */
export function RulePage(props: RulePageProps) {
  const row = () => ruleKinds[props.kind];
  const above = () => props.above ?? row().listed;
  const spotIn = (rules: Rules) => {
    const within = props.within === undefined ? [] : props.within(rules);
    return within === undefined ? undefined : spotById(rules, [...within, ...row().list], props.id);
  };
  return (
    <Part above={above()} title={(rules) => textOf(memberOf(spotIn(rules)?.value(), 'label')) || props.id}>
      {(rules) => (
        <Found spot={spotIn(rules)} what={row().word}>
          {(spot) => (
            <>
              <RuleHead spot={spot} kind={props.kind} />
              {props.first?.(spot)}
              <RuleConditions spot={spot} kind={props.kind} />
              <RuleWords spot={spot} kind={props.kind} />
              <Removal spot={spot} word={row().word} listed={above().of} />
            </>
          )}
        </Found>
      )}
    </Part>
  );
}

export function CriterionScreen() {
  const params = useParams<{ criterion: string }>();
  return <RulePage kind="criterion" id={params.criterion} />;
}

export function RouteScreen() {
  const params = useParams<{ route: string }>();
  return <RulePage kind="route" id={params.route} />;
}

export function OutcomeScreen() {
  const params = useParams<{ outcome: string }>();
  return <RulePage kind="outcome" id={params.outcome} first={(spot) => <OutcomeParts spot={spot} />} />;
}

export function PartScreen() {
  const params = useParams<{ outcome: string; part: string }>();
  return (
    <RulePage
      kind="part"
      id={params.part}
      within={(rules) => spotById(rules, ['outcomes'], params.outcome)?.path}
      above={{ of: `outcomes/${params.outcome}`, text: 'Outcome' }}
    />
  );
}
