import { createResource } from 'solid-js';
import type { Account, Client } from '../api.ts';

/** Who asks and what they may do, as the server says it; asked again whenever what it depends on changes. */
export function createAccount(client: Client, asked: () => { readonly key: string | undefined } | false) {
  let known: string | undefined;
  const ask = async (): Promise<Account | undefined> => {
    try {
      const response = await client.account.$get();
      if (response.status !== 200) return undefined;
      const account = await response.json();
      known = account.id;
      return account;
    } catch {
      // Whatever else the screen asks says that the server does not answer.
      return undefined;
    }
  };
  const [account] = createResource(asked, ask);
  /** Nobody until the server has said who, and where nobody needs to be anybody. */
  const now = () => {
    const told = account.state === 'ready' || account.state === 'refreshing' ? account.latest : undefined;
    return asked() === false ? undefined : told;
  };
  /** Whether somebody else was here before, in this page. */
  const wasAnother = ({ id }: Account) => known !== undefined && known !== id;
  return { now, wasAnother };
}
