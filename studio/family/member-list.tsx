import { Index } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { ChoiceField, yesNo } from './choice-field.tsx';
import { DayField } from './day-field.tsx';
import { objectsIn, textIn } from './family-document.ts';
import styles from './family-form.module.css';
import { controlAt, focusAt, type FormOfFamily } from './form-of-family.ts';
import { TextValue } from './text-value.tsx';

/** An id that no member has. */
function freeId(ids: readonly string[]): string {
  for (let at = ids.length + 1; ; at += 1) if (!ids.includes(`m${at}`)) return `m${at}`;
}

function MemberFields(props: { readonly form: FormOfFamily; readonly at: number; readonly id: string }) {
  const path = (key: string) => ['members', props.at, key];
  const roles = () => props.form.vocabulary.roles.map(({ id, label }) => ({ label, value: id }));
  return (
    <fieldset class={styles.item} id={controlAt(['members', props.at])} tabindex="-1">
      <legend>Member {props.id}</legend>
      <div class={styles.fields}>
        <TextValue form={props.form} path={path('id')} label="Name or id" required />
        <ChoiceField form={props.form} path={path('role')} label="Role" choices={roles()} />
        <DayField form={props.form} path={path('dateOfBirth')} legend="Date of birth" />
        <ChoiceField
          form={props.form}
          path={path('resident')}
          label="Lives with the family"
          choices={yesNo}
        />
      </div>
      <details class={styles.more}>
        <summary>Joined or left {props.id}</summary>
        <div class={styles.fields}>
          <DayField form={props.form} path={path('joinedOn')} legend="Joined on" />
          <DayField
            form={props.form}
            path={path('leftOn')}
            legend="Left on"
            hint="The first day no longer in the family."
          />
        </div>
      </details>
      <div>
        <Button
          label={`Remove member ${props.id}`}
          onPress={() => {
            props.form.family.put(`Removing member ${props.id}`, ['members', props.at], undefined);
            focusAt('/members');
          }}
        >
          Remove
        </Button>
      </div>
    </fieldset>
  );
}

/** Who belongs to the family. */
export function MemberList(props: { readonly form: FormOfFamily }) {
  const members = () => objectsIn(props.form.family.document()?.['members']);
  const ids = () => members().map(({ id }) => textIn(id));
  return (
    <section class={styles.section} aria-label="Members">
      <h3 id={controlAt('/members')} tabindex="-1">
        Members
      </h3>
      <Index each={members()}>
        {(member, at) => <MemberFields form={props.form} at={at} id={textIn(member()['id'])} />}
      </Index>
      <div>
        <Button
          onPress={() => {
            const id = freeId(ids());
            props.form.family.put(`Adding member ${id}`, ['members', members().length], {
              ...{ id, role: 'child', resident: true },
            });
            focusAt(['members', members().length - 1]);
          }}
        >
          Add a member
        </Button>
      </div>
    </section>
  );
}
