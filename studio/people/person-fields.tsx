import { Show } from 'solid-js';
import { useSession } from '../session/session.ts';
import type { Form } from '../ui/create-form.ts';
import { emailNeeded, isEmail } from '../ui/email.ts';
import { TextField } from '../ui/text-field.tsx';

/** What is said of a person. */
export type PersonField = 'name' | 'email' | 'authority';

export const emailTaken = 'somebody has this email address already';

/** What can be seen to be wrong with it before it is sent. */
export const checkPerson = ({ name, email }: Readonly<Record<'name' | 'email', string>>) => ({
  ...(name.trim() === '' && { name: 'enter the person’s name' }),
  ...(!isEmail(email) && { email: emailNeeded }),
});

/** Whether whoever asks has charge of people of every council, and so says of which one somebody is. */
export function createNational() {
  const { account } = useSession();
  return () => account()?.authority === 'national';
}

interface PersonFieldsProps<Name extends string> {
  readonly form: Form<Name | PersonField>;
  /** What is said below the address, and below the council. */
  readonly aboutEmail: string;
  readonly aboutCouncil: string;
}

/** A person’s name, their email address, and where it can be chosen their council. */
export function PersonFields<Name extends string>(props: PersonFieldsProps<Name>) {
  const national = createNational();
  return (
    <>
      <TextField form={props.form} name="name" label="Name" autocomplete="off" />
      <TextField
        form={props.form}
        name="email"
        type="email"
        label="Email address"
        hint={props.aboutEmail}
        autocomplete="off"
      />
      <Show when={national()}>
        <TextField
          form={props.form}
          name="authority"
          label="Council"
          hint={props.aboutCouncil}
          autocomplete="off"
        />
      </Show>
    </>
  );
}
