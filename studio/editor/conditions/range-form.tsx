import { Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { YesNoControl } from '../controls/choice-control.tsx';
import styles from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { RolesControl } from '../controls/roles-control.tsx';
import { AgedForm } from '../facts/aged-form.tsx';
import { WindowForm } from '../facts/window-form.tsx';
import { findingsWithin, type Spot } from '../spot.ts';

/** Whom a condition ranges over: members of the family on the day looked from, and all that is said here. */
export function RangeForm(props: { readonly spot: Spot; readonly legend: string }) {
  const school = () => props.spot.at('schoolAge');
  return (
    <fieldset class={styles.group}>
      <legend>{props.legend}</legend>
      <RolesControl spot={props.spot.at('role')} label="Of these roles" />
      <YesNoControl
        spot={props.spot.at('resident')}
        label="Living with the family"
        yes="Those who live with it"
        no="Those who do not"
        none="Either"
      />
      <AgedForm spot={props.spot.at('aged')} legend="Age on the day looked from" />
      <Show
        when={school().value() !== undefined}
        fallback={
          <div>
            <Button
              onPress={() => {
                school().put({ lastTerms: 1 }, 'Ask for school age');
              }}
            >
              Only those of compulsory school age
            </Button>
          </div>
        }
      >
        <WindowForm spot={school()} label="Of compulsory school age in any of" kinds={['lastTerms']} />
        <div>
          <Button
            onPress={() => {
              school().put(undefined, 'Ask for no school age');
            }}
          >
            Of any age at school
          </Button>
        </div>
      </Show>
      <FindingList findings={findingsWithin(props.spot, [props.spot.at('where').pointer])} />
    </fieldset>
  );
}
