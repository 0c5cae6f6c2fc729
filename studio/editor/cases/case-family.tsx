import { createMemo, createSignal, Match, Show, Switch } from 'solid-js';
import type { CaseVerdicts } from '../../draft/checking.ts';
import type { Vocabulary } from '../../engine.ts';
import { FamilyForm } from '../../family/family-form.tsx';
import type { FamilyInForm, FormOfFamily } from '../../family/form-of-family.ts';
import { typesRead } from '../../family/record-types.ts';
import { LineField } from '../../ui/line-field.tsx';
import { RadioRow } from '../../ui/radio-row.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import controls from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { JsonControl } from '../controls/json-control.tsx';
import { useRules } from '../rules.ts';
import { controlOf, findingsWithin, type Spot } from '../spot.ts';
import { keysOf, listOf, memberOf, textOf, textsOf, valueAt } from '../value.ts';
import { createFamilyInCases, createFamilyOtherwise } from './create-case-family.ts';

const own = '=';

/** Which of its values a case gives otherwise than the family that it uses. */
function Otherwise(props: { readonly spot: Spot }) {
  const remove = () => props.spot.at('remove');
  return (
    <>
      <JsonControl
        spot={props.spot.at('set')}
        label="What is otherwise in this case"
        hint="As JSON: from a place of the family, such as /records/arrest, to what stands there. Empty: nothing"
        rows={6}
        optional
      />
      <LineField
        id={controlOf(remove())}
        label="What this case leaves out"
        hint="Places of the family, such as /attachedOn, one a line. Empty: nothing"
        rows={2}
        value={textsOf(memberOf(props.spot.value(), 'remove')).join('\n')}
        onInput={(text) => {
          const places = text
            .split('\n')
            .map((one) => one.trim())
            .filter(Boolean);
          remove().put(places.length === 0 ? undefined : places, 'Change what a case leaves out');
        }}
      />
    </>
  );
}

/** Where what is changed of the family counts. */
type Reach = 'case' | 'all';
/** How it is changed. */
type Way = 'form' | 'json';

const ways: readonly { readonly value: Way; readonly label: string }[] = [
  { value: 'form', label: 'Form' },
  { value: 'json', label: 'JSON' },
];

const sameVersion = (one: Vocabulary | undefined, other: Vocabulary | undefined) =>
  one?.id === other?.id && one?.version === other?.version;

interface FamilyAsFormProps {
  readonly family: FamilyInForm;
  /** What is wrong with the family that the case gives, where that is the one in the form. */
  readonly findings: CaseVerdicts['findings'];
}

/** What the form knows of the rules: what stands in it has the vocabulary that was known when it was opened. */
function createForm(props: FamilyAsFormProps, vocabulary: Vocabulary): FormOfFamily {
  const rules = useRules();
  const checked = () => rules.editing.checked()?.checked;
  const terms = createMemo(() => {
    const all = checked()?.calendars.flatMap((calendar) => calendar.terms.map(({ id }) => id)) ?? [];
    return [...new Set(all)].sort();
  });
  const read = createMemo(() => {
    const one = checked();
    return one === undefined ? new Set<string>() : typesRead(one);
  });
  return {
    ...{ family: props.family, vocabulary },
    wrongAt: (pointer) => props.findings.find((one) => one.pointer === pointer)?.message,
    get terms() {
      return terms();
    },
    get read() {
      return read();
    },
  };
}

/** The family as a form, made from what the vocabulary says; the kinds of record that the rules read come first. */
function FamilyAsForm(props: FamilyAsFormProps) {
  const rules = useRules();
  const vocabulary = createMemo(() => rules.vocabulary(), undefined, { equals: sameVersion });
  return (
    <Show
      when={vocabulary()}
      keyed
      fallback={<p role="status">The form is there as soon as the vocabulary of these rules is known.</p>}
    >
      {(words) => {
        const form = createForm(props, words);
        return (
          <Show
            when={form.family.document() !== undefined}
            fallback={
              <p role="alert">What is otherwise in this case is of no such family. Put it right as JSON.</p>
            }
          >
            <FamilyForm form={form} />
          </Show>
        );
      }}
    </Show>
  );
}

/** A family that cases share: changed in this case alone, or in all that use it. */
function SharedFamily(props: CaseFamilyProps & { readonly way: Way; readonly used: string }) {
  const rules = useRules();
  const [reach, setReach] = createSignal<Reach>('case');
  const uses = () =>
    listOf(memberOf(rules.cases.value(), 'cases')).filter(
      (one) => valueAt(one, ['given', 'use']) === props.used,
    ).length;
  const reaches = () => [
    { value: 'case' as const, label: 'in this case alone' },
    {
      value: 'all' as const,
      label: uses() === 1 ? 'in the family itself' : `in all ${uses()} cases that use it`,
    },
  ];
  const used = () => rules.cases.at('families', props.used);
  const [inCase, inAll] = [createFamilyOtherwise(() => props.spot, used), createFamilyInCases(used)];
  return (
    <>
      <RadioRow
        id="case:reach"
        legend="A change counts"
        value={reach()}
        choices={reaches()}
        onChange={setReach}
      />
      <Switch>
        <Match when={props.way === 'json' && reach() === 'case'}>
          <Otherwise spot={props.spot} />
        </Match>
        <Match when={props.way === 'json'}>
          <JsonControl spot={used()} label="Family that is used" hint="As JSON" rows={24} />
        </Match>
        <Match when={reach() === 'case'}>
          <FamilyAsForm family={inCase} findings={props.findings} />
        </Match>
        <Match when={reach() === 'all'}>
          <FamilyAsForm family={inAll} findings={[]} />
        </Match>
      </Switch>
    </>
  );
}

interface CaseFamilyProps {
  /** Of what the case gives. */
  readonly spot: Spot;
  readonly findings: CaseVerdicts['findings'];
}

/** The family of a case: one of the file’s, with what is otherwise in this case, or one of its own. */
export function CaseFamily(props: CaseFamilyProps) {
  const rules = useRules();
  const [way, setWay] = createSignal<Way>('form');
  const used = createMemo(() => textOf(memberOf(props.spot.value(), 'use')));
  const isOwn = () => memberOf(props.spot.value(), 'family') !== undefined;
  const ofItsOwn = createFamilyInCases(() => props.spot.at('family'));
  const families = () => keysOf(memberOf(rules.cases.value(), 'families'));
  const choose = (chosen: string) => {
    const family = valueAt(rules.cases.value(), ['families', used()]);
    const next = chosen === own ? { family } : { use: chosen };
    props.spot.put(next, 'Change the family of a case');
  };
  return (
    <section class={controls.stack} aria-labelledby="case:family">
      <h2 id="case:family">The family</h2>
      <SelectField
        id={controlOf(props.spot.at('use'))}
        label="Family"
        options={[
          ...families().map((value) => ({ value, text: value.replaceAll('-', ' ') })),
          { value: own, text: 'A family of its own' },
        ]}
        value={isOwn() ? own : used()}
        onChange={choose}
      />
      <FindingList findings={findingsWithin(props.spot)} />
      <RadioRow id="case:way" legend="Change it as" value={way()} choices={ways} onChange={setWay} />
      <Switch>
        <Match when={!isOwn()}>
          <Show when={used()} keyed>
            {(name) => <SharedFamily {...props} way={way()} used={name} />}
          </Show>
        </Match>
        <Match when={way() === 'json'}>
          <JsonControl spot={props.spot.at('family')} label="Family of this case" hint="As JSON" rows={24} />
        </Match>
        <Match when={way() === 'form'}>
          <FamilyAsForm family={ofItsOwn} findings={props.findings} />
        </Match>
      </Switch>
    </section>
  );
}
