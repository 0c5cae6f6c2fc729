import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { type Option, SelectField } from '../../ui/select-field.tsx';
import { CheckList } from '../controls/check-list.tsx';
import styles from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { focusOn } from '../focus-on.ts';
import { fieldsOf, parametersOf } from '../names.ts';
import { useRules } from '../rules.ts';
import { changeAll, controlOf, findingsWithin, type Spot } from '../spot.ts';
import { isObject, keysOf, memberOf, parameterIn, textsOf } from '../value.ts';

/** How a field of kinds is tested. */
type Test = 'is' | 'is-not' | 'in' | 'not-in' | 'none';

function testOf(value: unknown): Test {
  if (value === null) return 'none';
  const not = isObject(value) && Object.hasOwn(value, 'not');
  const held = not ? memberOf(value, 'not') : value;
  if (parameterIn(held) !== undefined) return not ? 'not-in' : 'in';
  return not ? 'is-not' : 'is';
}

const heldIn = (value: unknown): unknown =>
  isObject(value) && Object.hasOwn(value, 'not') ? memberOf(value, 'not') : value;

const oneOrMore = (kinds: readonly string[]): unknown => (kinds.length === 1 ? kinds[0] : kinds);

interface KindTestProps {
  readonly spot: Spot;
  readonly label: string;
  readonly kinds: readonly Option[];
  readonly nullable: boolean;
}

/** A field whose values are kinds: is one of some, or of those that a parameter lists, or is not. */
function KindTest(props: KindTestProps) {
  const rules = useRules();
  const test = () => testOf(props.spot.value());
  const parameters = () => parametersOf(rules, ['kinds']);
  const options = () => [
    { value: 'is', text: 'is one of' },
    { value: 'is-not', text: 'is none of' },
    ...(parameters().length === 0
      ? []
      : [
          { value: 'in', text: 'is one that a parameter lists' },
          { value: 'not-in', text: 'is none that a parameter lists' },
        ]),
    ...(props.nullable ? [{ value: 'none', text: 'is known to have no value' }] : []),
  ];
  const put = (held: unknown, as: string) => {
    const negated = as === 'is-not' || as === 'not-in';
    props.spot.put(negated ? { not: held } : held, `Change “${props.label}”`);
  };
  const choose = (as: string) => {
    const [first] = parameters();
    if (as === 'none') props.spot.put(null, `Change “${props.label}”`);
    else if (as === 'in' || as === 'not-in')
      put({ parameter: parameterIn(heldIn(props.spot.value())) ?? first?.value ?? '' }, as);
    else {
      const ticked = textsOf(heldIn(props.spot.value()));
      put(oneOrMore(ticked.length > 0 ? ticked : [props.kinds[0]?.value ?? '']), as);
    }
  };
  return (
    <>
      <SelectField
        id={controlOf(props.spot)}
        label={props.label}
        options={options()}
        value={test()}
        onChange={choose}
      />
      <Switch>
        <Match when={test() === 'is' || test() === 'is-not'}>
          <CheckList
            id={`${controlOf(props.spot)}:kinds`}
            legend={`${props.label}: kinds`}
            options={props.kinds}
            ticked={textsOf(heldIn(props.spot.value()))}
            onTick={(ticked) => {
              if (ticked.length > 0) put(oneOrMore(ticked), test());
            }}
          />
        </Match>
        <Match when={test() === 'in' || test() === 'not-in'}>
          <SelectField
            id={`${controlOf(props.spot)}:parameter`}
            label={`${props.label}: parameter`}
            options={parameters()}
            value={parameterIn(heldIn(props.spot.value())) ?? ''}
            onChange={(parameter) => {
              put({ parameter }, test());
            }}
          />
        </Match>
      </Switch>
    </>
  );
}

function FieldTest(props: { readonly spot: Spot; readonly type: string; readonly name: string }) {
  const rules = useRules();
  const field = () => fieldsOf(rules, props.type)[props.name];
  const label = () => field()?.label ?? props.name;
  const kinds = () => {
    const one = field();
    return one?.type === 'kind' ? one.values.map(({ id, label: text }) => ({ value: id, text })) : undefined;
  };
  const nullable = () => field()?.nullable === true;
  const yesNo = () => [
    { value: 'true', text: 'Yes' },
    { value: 'false', text: 'No' },
    ...(nullable() ? [{ value: 'null', text: 'known to have no value' }] : []),
  ];
  return (
    <Show
      when={kinds()}
      fallback={
        <SelectField
          id={controlOf(props.spot)}
          label={label()}
          options={yesNo()}
          value={JSON.stringify(props.spot.value())}
          onChange={(chosen) => {
            props.spot.put(chosen === 'null' ? null : chosen === 'true', `Change “${label()}”`);
          }}
        />
      }
    >
      {(known) => <KindTest spot={props.spot} label={label()} kinds={known()} nullable={nullable()} />}
    </Show>
  );
}

/** Fields that a record is told by: yes or no, and kinds. */
const isTested = ({ type }: { readonly type: string }) => type === 'kind' || type === 'yes-no';

interface WhereFormProps {
  readonly spot: Spot;
  /** The record type whose fields are tested. */
  readonly type: string;
  readonly legend: string;
}

/** Which records count: every field that is named must be so. */
export function WhereForm(props: WhereFormProps) {
  const rules = useRules();
  const [chosen, setChosen] = createSignal('');
  const tested = () => keysOf(props.spot.value());
  const left = () =>
    Object.entries(fieldsOf(rules, props.type))
      .filter(([name, field]) => isTested(field) && !tested().includes(name))
      .map(([value, { label }]) => ({ value, text: label }));
  const wanted = () => (left().some(({ value }) => value === chosen()) ? chosen() : (left()[0]?.value ?? ''));
  const add = () => {
    const name = wanted();
    const field = fieldsOf(rules, props.type)[name];
    if (field === undefined) return;
    const first = field.type === 'kind' ? (field.values[0]?.id ?? '') : true;
    props.spot.at(name).put(first, 'Add a test of records');
    focusOn(controlOf(props.spot.at(name)));
  };
  const remove = (name: string) => {
    const last = tested().length === 1;
    const path = last ? props.spot.path : [...props.spot.path, name];
    changeAll(props.spot, 'Remove a test of records', [{ remove: path }]);
    focusOn(`${controlOf(props.spot)}:add`);
  };
  return (
    <fieldset class={styles.group}>
      <legend>{props.legend}</legend>
      <For each={tested()}>
        {(name) => (
          <div class={styles.stack}>
            <div class={styles.row}>
              <FieldTest spot={props.spot.at(name)} type={props.type} name={name} />
            </div>
            <FindingList findings={findingsWithin(props.spot.at(name))} />
            <div>
              <Button
                label={`Remove the test of ${fieldsOf(rules, props.type)[name]?.label ?? name}`}
                onPress={() => {
                  remove(name);
                }}
              >
                Remove this test
              </Button>
            </div>
          </div>
        )}
      </For>
      <Show when={left().length > 0} fallback={<p>There is no other field to tell them by.</p>}>
        <div class={styles.row}>
          <SelectField
            id={`${controlOf(props.spot)}:add`}
            label={tested().length === 0 ? 'Every record counts. Test a field' : 'Test another field'}
            options={left()}
            value={wanted()}
            onChange={setChosen}
          />
          <Button onPress={add}>Add this test</Button>
        </div>
      </Show>
    </fieldset>
  );
}
