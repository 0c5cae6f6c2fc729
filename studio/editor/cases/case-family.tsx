import { Show } from 'solid-js';
import { SelectField } from '../../ui/select-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import controls from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { JsonControl } from '../controls/json-control.tsx';
import { useRules } from '../rules.ts';
import { controlOf, findingsWithin, type Spot } from '../spot.ts';
import { keysOf, listOf, memberOf, textOf, textsOf, valueAt } from '../value.ts';

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

/** The family of a case: one of the file’s, with what is otherwise in this case, or one of its own. */
export function CaseFamily(props: { readonly spot: Spot }) {
  const rules = useRules();
  const used = () => textOf(memberOf(props.spot.value(), 'use'));
  const isOwn = () => memberOf(props.spot.value(), 'family') !== undefined;
  const families = () => keysOf(memberOf(rules.cases.value(), 'families'));
  const uses = () =>
    listOf(memberOf(rules.cases.value(), 'cases')).filter((one) => valueAt(one, ['given', 'use']) === used())
      .length;
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
      <Show
        when={isOwn()}
        fallback={
          <>
            <Otherwise spot={props.spot} />
            <details class={controls.more}>
              <summary>The family that it uses, as JSON</summary>
              <div class={controls.group}>
                <p>
                  {uses() === 1
                    ? 'No other case uses it.'
                    : `${uses()} cases use it: a change counts in all of them.`}
                </p>
                <JsonControl
                  spot={rules.cases.at('families', used())}
                  label="Family that is used"
                  rows={24}
                />
              </div>
            </details>
          </>
        }
      >
        <JsonControl spot={props.spot.at('family')} label="Family of this case" hint="As JSON" rows={24} />
      </Show>
    </section>
  );
}
