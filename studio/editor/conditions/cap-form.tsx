import { Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { AmountControl } from '../controls/amount-control.tsx';
import styles from '../controls/controls.module.css';
import type { Spot } from '../spot.ts';
import { RangeForm } from './range-form.tsx';

/** How many of the conditions one member may be what meets. */
export function CapForm(props: { readonly spot: Spot }) {
  return (
    <Show
      when={props.spot.value() !== undefined}
      fallback={
        <div>
          <Button
            onPress={() => {
              props.spot.put({ members: {}, atMost: 1 }, 'Limit what one member accounts for');
            }}
          >
            Limit what one member may account for
          </Button>
        </div>
      }
    >
      <fieldset class={styles.group}>
        <legend>No one member may account for more than so many</legend>
        <AmountControl spot={props.spot.at('atMost')} label="At most" units={['count']} />
        <RangeForm spot={props.spot.at('members')} legend="Which members are limited" />
        <div>
          <Button
            onPress={() => {
              props.spot.put(undefined, 'Limit no member');
            }}
          >
            Limit no member
          </Button>
        </div>
      </fieldset>
    </Show>
  );
}
