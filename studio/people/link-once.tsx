import type { PasswordLink, Person } from '../api.ts';
import { instantInWords } from '../instant-in-words.ts';
import { ShownOnce } from '../ui/shown-once.tsx';

/** A link that a person chooses a password with: shown now and not again. */
export function LinkOnce(props: { readonly person: Person; readonly link: PasswordLink }) {
  return (
    <ShownOnce
      title={`A link for ${props.person.name}`}
      label="Password link"
      text={props.link.link}
      note={`With it ${props.person.name} chooses a password and is signed in. It is good once, until ${instantInWords(props.link.expiresAt)}. Nothing is sent: hand it over yourself. It is shown only now.`}
    />
  );
}
