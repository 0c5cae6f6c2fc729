import { useNavigate, useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import controls from '../controls/controls.module.css';
import { DayControl } from '../controls/day-control.tsx';
import { FindingList } from '../controls/finding-list.tsx';
import { SourceControl } from '../controls/source-control.tsx';
import { TextControl } from '../controls/text-control.tsx';
import { freeId } from '../ids.ts';
import { Found, Part } from '../part.tsx';
import { type Rules, useRules } from '../rules.ts';
import { changeAll, findingsWithin, type Spot } from '../spot.ts';
import { idOf, isObject, listOf, memberOf, textOf } from '../value.ts';
import { CaseFamily } from './case-family.tsx';
import { CaseDifferences, CaseTag } from './case-went.tsx';
import { ExpectationForm } from './expectation-form.tsx';

interface CaseProps {
  readonly spot: Spot;
}

/** Copies a case, to be changed, or takes it away. */
function CopyOrRemove(props: CaseProps) {
  const rules = useRules();
  const navigate = useNavigate();
  const all = () => listOf(memberOf(rules.cases.value(), 'cases'));
  const here = (path: string) => draftAddress(rules.editing.draft().id, path);
  const at = () => Number(props.spot.path.at(-1));
  const copy = () => {
    const there = props.spot.value();
    const id = freeId(idOf(there), new Set(all().map(idOf)));
    const name = `${textOf(memberOf(there, 'name'))} (copy)`;
    const value = { ...(isObject(there) ? there : {}), id, name };
    changeAll(rules.cases, 'Copy a case', [{ insert: ['cases', at() + 1], value }]);
    navigate(here(`cases/${id}`));
  };
  return (
    <div class={controls.buttons}>
      <Button onPress={copy}>Copy this case</Button>
      <Confirm
        ask="Remove this case"
        question="Remove this case? Undo brings it back."
        yes="Yes, remove"
        no="Leave it"
        onYes={() => {
          const gone = props.spot.path;
          navigate(here('cases'));
          changeAll(rules.cases, 'Remove a case', [{ remove: gone }]);
        }}
      />
    </div>
  );
}

function CaseForm(props: CaseProps) {
  const rules = useRules();
  const went = () => rules.editing.cases().find(({ id }) => id === idOf(props.spot.value()));
  const expect = () => props.spot.at('expect');
  return (
    <>
      <div class={controls.stack} role="status">
        <CaseTag went={went()} />
        <Show when={went()}>{(one) => <CaseDifferences went={one()} expect={expect().value()} />}</Show>
      </div>
      <FindingList findings={findingsWithin(props.spot, [expect().pointer])} />
      <section class={controls.stack} aria-labelledby="case:expect">
        <h2 id="case:expect">What the rules must say</h2>
        <ExpectationForm spot={expect()} differences={went()?.differences ?? []} />
      </section>
      <section class={controls.stack} aria-labelledby="case:about">
        <h2 id="case:about">What it is</h2>
        <TextControl
          spot={props.spot.at('name')}
          label="Name"
          hint="A sentence that a policy lead would say"
          rows={2}
        />
        <DayControl spot={props.spot.at('asOf')} label="Day asked about" />
        <DayControl
          spot={props.spot.at('restateAttachment')}
          label="Attached on another day than the family says"
          hint="Empty: on the day that the family says"
          optional
        />
        <SourceControl spot={props.spot.at('source')} optional />
      </section>
      <CaseFamily spot={props.spot.at('given')} findings={went()?.findings ?? []} />
      <CopyOrRemove spot={props.spot} />
    </>
  );
}

/** One case: what it expects beside what the rules say now, its day and its family. */
export function CaseScreen() {
  const params = useParams<{ case: string }>();
  const spotIn = (rules: Rules) => {
    const at = listOf(memberOf(rules.cases.value(), 'cases')).findIndex((one) => idOf(one) === params.case);
    return at === -1 ? undefined : rules.cases.at('cases', at);
  };
  return (
    <Part
      above={{ of: 'cases', text: 'Cases' }}
      title={(rules) => textOf(memberOf(spotIn(rules)?.value(), 'name')) || params.case}
    >
      {(rules) => (
        <Found spot={spotIn(rules)} what="case">
          {(spot) => <CaseForm spot={spot} />}
        </Found>
      )}
    </Part>
  );
}
