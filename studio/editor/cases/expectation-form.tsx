import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js';
import { verdictWords } from '../../decision/verdict-words.ts';
import { pounds } from '../../money-in-words.ts';
import { Button } from '../../ui/button.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { ChoiceControl } from '../controls/choice-control.tsx';
import controls from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { JsonControl } from '../controls/json-control.tsx';
import { NumberControl } from '../controls/number-control.tsx';
import { focusOn } from '../focus-on.ts';
import { useRules } from '../rules.ts';
import { changeAll, controlOf, findingsWithin, type Spot } from '../spot.ts';
import { keysOf, textsOf, valueAt } from '../value.ts';
import styles from './cases.module.css';
import {
  asExpected,
  type Expected,
  expectable,
  expectedIn,
  firstExpected,
  type Given,
  routeOptions,
} from './expectations.ts';

/** A value of an expectation as it is read. */
export function expectedInWords(given: Given, value: unknown): string {
  if (given === 'pence' && typeof value === 'number') return pounds(value);
  if (given === 'route' && value === null) return 'By none';
  if (given === 'missing') return Array.isArray(value) ? `${value.length} named` : 'Nothing';
  if (value === null) return 'Nothing of that name';
  if (typeof value !== 'string') return JSON.stringify(value);
  return verdictWords.find((word) => word.value === value)?.text ?? value;
}

/** One thing expected, as it is given. */
function ExpectedValue(props: { readonly spot: Spot; readonly expected: Expected }) {
  const rules = useRules();
  const is = (given: Given) => props.expected.given === given;
  return (
    <Switch>
      <Match when={is('verdict')}>
        <ChoiceControl spot={props.spot} label={props.expected.label} options={verdictWords} />
      </Match>
      <Match when={is('route')}>
        <SelectField
          id={controlOf(props.spot)}
          label={props.expected.label}
          options={[{ value: '', text: 'By none' }, ...routeOptions(rules)]}
          value={props.spot.value() === null ? '' : String(props.spot.value())}
          onChange={(route) => {
            props.spot.put(route === '' ? null : route, 'Change the expected route');
          }}
        />
      </Match>
      <Match when={is('pence')}>
        <NumberControl spot={props.spot} label={props.expected.label} unit="pence" />
      </Match>
      <Match when={is('codes')}>
        <LineField
          id={controlOf(props.spot)}
          label={props.expected.label}
          hint="Codes of reasons, with a comma between"
          value={textsOf(props.spot.value()).join(', ')}
          onInput={(text) => {
            const codes = text
              .split(',')
              .map((one) => one.trim())
              .filter(Boolean);
            props.spot.put(codes, 'Change the expected reasons');
          }}
        />
      </Match>
      <Match when={is('missing')}>
        <JsonControl
          spot={props.spot}
          label={props.expected.label}
          hint="As JSON: each with its recordType, member, field and terms. [] expects that nothing is missing"
          rows={4}
        />
      </Match>
    </Switch>
  );
}

interface ExpectationProps {
  /** Of the case’s `expect`. */
  readonly spot: Spot;
  /** What differed when the case was run; what is listed here is said otherwise by the rules. */
  readonly differences: readonly { readonly path: string; readonly actual: unknown }[];
}

function ExpectedRow(props: ExpectationProps & { readonly expected: Expected }) {
  const spot = () => props.spot.at(...props.expected.path);
  const relative = () => spot().pointer.slice(props.spot.pointer.length);
  const differs = () =>
    props.differences.find(({ path }) => path === relative() || path.startsWith(`${relative()}/`));
  const remove = () => {
    const { path } = props.expected;
    // What has nothing left in it goes too.
    const holder = path.slice(0, -1);
    const alone = holder.length > 0 && keysOf(valueAt(props.spot.value(), holder)).length === 1;
    const above =
      alone && holder.length > 1 && keysOf(valueAt(props.spot.value(), holder.slice(0, -1))).length === 1;
    const gone = above ? holder.slice(0, -1) : alone ? holder : path;
    changeAll(props.spot, 'Expect less', [{ remove: [...props.spot.path, ...gone] }]);
    focusOn('expect:add');
  };
  return (
    <li class={styles.expected} data-differs={differs() === undefined ? undefined : ''}>
      <ExpectedValue spot={spot()} expected={props.expected} />
      <div class={styles.now}>
        <Show when={differs()} fallback={<p>The rules say the same.</p>}>
          {(other) => (
            <>
              <p>
                <strong>The rules say: {expectedInWords(props.expected.given, other().actual)}</strong>
              </p>
              <Button
                label={`Use what the rules say now: ${props.expected.label}`}
                onPress={() => {
                  spot().put(asExpected(props.expected, other().actual), 'Expect what the rules say now');
                }}
              >
                Use what the rules say now
              </Button>
            </>
          )}
        </Show>
        <Button label={`Expect it no more: ${props.expected.label}`} onPress={remove}>
          Expect it no more
        </Button>
      </div>
      <FindingList findings={findingsWithin(spot())} />
    </li>
  );
}

/** Expects one thing more, to be put right. */
function ExpectMore(props: { readonly spot: Spot }) {
  const rules = useRules();
  const [chosen, setChosen] = createSignal('');
  const [node, setNode] = createSignal('');
  const left = createMemo(() => expectable(rules, props.spot.value()));
  const keyOf = ({ path }: Expected) => path.join('/');
  const wanted = () => left().find((one) => keyOf(one) === chosen()) ?? left()[0];
  const put = (path: readonly string[], value: unknown) => {
    changeAll(props.spot, 'Expect something more', [{ set: [...props.spot.path, ...path], value }]);
    focusOn(controlOf(props.spot.at(...path)));
  };
  return (
    <>
      <div class={controls.row}>
        <SelectField
          id="expect:add"
          label="Expect something more"
          options={left().map((one) => ({ value: keyOf(one), text: one.label }))}
          value={wanted() === undefined ? '' : keyOf(wanted() ?? { path: [], label: '', given: 'verdict' })}
          onChange={setChosen}
        />
        <Button
          onPress={() => {
            const one = wanted();
            if (one !== undefined) put(one.path, firstExpected[one.given]);
          }}
        >
          Expect it
        </Button>
      </div>
      <div class={controls.row}>
        <LineField
          id="expect:node"
          label="Expect the verdict of one part of a rule"
          hint="By its id, with the member where it is judged for one, such as education.exclusions@m2"
          value={node()}
          onInput={setNode}
        />
        <Button
          label="Expect the verdict of this part of a rule"
          onPress={() => {
            if (node().trim() !== '') put(['nodes', node().trim()], firstExpected.verdict);
          }}
        >
          Expect it
        </Button>
      </div>
    </>
  );
}

/** What a case expects, each beside what the rules say now. Only what is named here is compared. */
export function ExpectationForm(props: ExpectationProps) {
  const rules = useRules();
  const rows = createMemo(() => expectedIn(rules, props.spot.value()));
  const keys = createMemo(() => rows().map(({ path }) => path.join('/')));
  return (
    <>
      <ul class={styles.expectations}>
        <For each={keys()} fallback={<li>It expects nothing yet, and so always passes.</li>}>
          {(key) => (
            <Show when={rows().find(({ path }) => path.join('/') === key)}>
              {(expected) => (
                <ExpectedRow spot={props.spot} differences={props.differences} expected={expected()} />
              )}
            </Show>
          )}
        </For>
      </ul>
      <ExpectMore spot={props.spot} />
    </>
  );
}
