import { Index } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { FieldError } from '../ui/field.tsx';
import { DayField } from './day-field.tsx';
import { objectsIn, pointerTo } from './family-document.ts';
import styles from './family-form.module.css';
import { controlAt, focusAt, type FormOfFamily } from './form-of-family.ts';
import { TextValue } from './text-value.tsx';

/** What was claimed for the family before. */
export function ClaimList(props: { readonly form: FormOfFamily }) {
  const claims = () => objectsIn(props.form.family.document()?.['claims']);
  const path = (at: number, key: string) => ['claims', at, key];
  return (
    <section class={styles.section} aria-label="Earlier claims">
      <h3 id={controlAt('/claims')} tabindex="-1">
        Earlier claims
      </h3>
      <Index each={claims()}>
        {(_, at) => (
          <fieldset class={styles.item} id={controlAt(['claims', at])} tabindex="-1">
            <legend>Claim {at + 1}</legend>
            <FieldError
              id={controlAt(['claims', at])}
              error={props.form.wrongAt(pointerTo(['claims', at]))}
            />
            <div class={styles.fields}>
              <TextValue form={props.form} path={path(at, 'programme')} label="Programme" required />
              <TextValue form={props.form} path={path(at, 'phase')} label="Phase" counted required />
              <TextValue form={props.form} path={path(at, 'payment')} label="Payment" required />
              <DayField form={props.form} path={path(at, 'on')} legend="On" />
              <TextValue form={props.form} path={path(at, 'pence')} label="Pence" counted required />
            </div>
            <div>
              <Button
                label={`Remove claim ${at + 1}`}
                onPress={() => {
                  props.form.family.put(`Removing claim ${at + 1}`, ['claims', at], undefined);
                  focusAt('/claims');
                }}
              >
                Remove
              </Button>
            </div>
          </fieldset>
        )}
      </Index>
      <div>
        <Button
          onPress={() => {
            const blank = { programme: 'troubled-families', phase: 1, payment: '', on: '', pence: '' };
            props.form.family.put('Adding a claim', ['claims', claims().length], blank);
            focusAt(['claims', claims().length - 1]);
          }}
        >
          Add a claim
        </Button>
      </div>
    </section>
  );
}
