import { SelectField } from '../../ui/select-field.tsx';
import { CheckList } from '../controls/check-list.tsx';
import { ChoiceControl } from '../controls/choice-control.tsx';
import styles from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { fieldsOf } from '../names.ts';
import { useRules } from '../rules.ts';
import { controlOf, findingsWithin, type Spot } from '../spot.ts';
import { memberOf, textOf, textsOf } from '../value.ts';
import { factKinds, typesFor } from './fact-kinds.ts';

/** A share of one field in another, over school terms. */
export function RatioForm(props: { readonly spot: Spot }) {
  const rules = useRules();
  const type = () => textOf(memberOf(props.spot.value(), 'of'));
  const fields = () =>
    Object.entries(fieldsOf(rules, type()))
      .filter(([, field]) => field.type === 'count')
      .map(([value, { label }]) => ({ value, text: label }));
  const chooseType = (chosen: string) => {
    props.spot.put(memberOf(factKinds.ratio.fresh(chosen, rules), 'ratio'), 'Change the type of record');
  };
  const tick = (key: 'sum' | 'minus', ticked: readonly string[]) => {
    const list = key === 'sum' && ticked.length === 1 ? ticked[0] : ticked;
    if (ticked.length > 0) props.spot.at(key).put(list, 'Change what is summed');
    else if (key === 'minus') props.spot.at(key).put(undefined, 'Change what is taken from it');
  };
  return (
    <fieldset class={styles.group}>
      <legend>The share</legend>
      <SelectField
        id={controlOf(props.spot.at('of'))}
        label="Records"
        options={typesFor(rules, 'ratio')}
        value={type()}
        onChange={chooseType}
      />
      <CheckList
        id={controlOf(props.spot.at('sum'))}
        legend="The sum of"
        options={fields()}
        ticked={textsOf(memberOf(props.spot.value(), 'sum'))}
        onTick={(ticked) => {
          tick('sum', ticked);
        }}
      />
      <CheckList
        id={controlOf(props.spot.at('minus'))}
        legend="Less the sum of"
        options={fields()}
        ticked={textsOf(memberOf(props.spot.value(), 'minus'))}
        onTick={(ticked) => {
          tick('minus', ticked);
        }}
      />
      <ChoiceControl spot={props.spot.at('over')} label="As a share of" options={fields()} />
      <FindingList findings={findingsWithin(props.spot)} />
    </fieldset>
  );
}
