import { createMemo, For, Show, untrack } from 'solid-js';
import type { HeldClaim } from '../api.ts';
import { dayInWords } from '../day-in-words.ts';
import { familyNamed } from '../decisions/decision-table.tsx';
import { Answered } from '../frame/answered.tsx';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { counted } from '../ui/number-in-words.ts';
import { RowList } from '../ui/row-list.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { findApart, whyRefused } from './claim-calls.ts';
import styles from './claims.module.css';
import { createHeld } from './create-claims.ts';
import { paymentInWords } from './payment-in-words.ts';

/** What was held back of one family for one reason. */
interface HeldFamily {
  readonly id: string;
  readonly first: HeldClaim;
  readonly payments: readonly string[];
  readonly claims: HeldClaim['claims'];
  /** Whether a person has found every one of them apart since. */
  readonly isApart: boolean;
}

/** Rows of one family and one reason together. */
export function byFamily(held: readonly HeldClaim[]): HeldFamily[] {
  const groups = new Map<string, HeldClaim[]>();
  for (const one of held) {
    const key = `${one.family ?? ''} ${one.code}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.entries()].flatMap(([key, rows]) => {
    const [first] = rows;
    if (first === undefined) return [];
    const claims = new Map(rows.flatMap((row) => row.claims.map((claim) => [claim.id, claim])));
    const payments = rows.flatMap(({ payment }) => (payment === null ? [] : [payment]));
    const isApart = rows.every((row) => row.isApart);
    return [{ id: key, first, payments, claims: [...claims.values()], isApart }];
  });
}

interface ApartProps {
  readonly held: HeldFamily;
  readonly onDone: (told: string) => void;
}

/** Says that what stands in the way is of another family. */
function ApartForm(props: ApartProps) {
  const { client } = useSession();
  const form = createForm({
    id: untrack(() => `apart ${props.held.id}`),
    fields: { reason: '' },
    check: ({ reason }) => (reason.trim() === '' ? { reason: 'say how you know' } : {}),
    send: async ({ reason }) => {
      const family = props.held.first.family ?? '';
      for (const { id: claim } of props.held.claims) {
        const wrong = await findApart(client, { family, claim, reason: reason.trim() });
        if (wrong !== undefined) return { reason: whyRefused(wrong) };
      }
      props.onDone(`The claims in the way of family ${family} no longer count against it.`);
      return {};
    },
  });
  return (
    <details>
      <summary>It is another family ({props.held.first.family})</summary>
      <div class={styles.inner}>
        <FormView form={form} send="It is another family" sending="Writing it down">
          <TextArea
            form={form}
            name="reason"
            label="How do you know?"
            hint="It is kept with your name. From then on these claims are not counted against this family, and another run can propose it."
            rows={2}
          />
        </FormView>
      </div>
    </details>
  );
}

/** Why a claim of the record alone may hold a family back. */
const ofRecord: readonly HeldClaim['code'][] = ['later-claim', 'other-phase', 'claimed-elsewhere'];

function HeldItem(props: ApartProps) {
  const { account } = useSession();
  const isApart = () => props.held.isApart;
  return (
    <>
      <h3>{familyNamed(props.held.first.family)}</h3>
      <p>
        <Show when={props.held.payments.length > 0}>
          {props.held.payments.map(paymentInWords).join(', ')}:{' '}
        </Show>
        {props.held.first.text}.
      </p>
      <Show when={props.held.claims.length === 0 && ofRecord.includes(props.held.first.code)}>
        <p>That claim is in the family’s own record.</p>
      </Show>
      <Show when={props.held.claims.length > 0}>
        <ul>
          <For each={props.held.claims}>
            {(claim) => (
              <li>
                {paymentInWords(claim.payment)}, claimed as of {dayInWords(claim.on)} by{' '}
                {claim.family === null ? claim.authority : `us, for family ${claim.family}`}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={isApart()}>
        <p>A person has found since that it is another family. Another run can propose it.</p>
      </Show>
      <Show
        when={
          !isApart() &&
          props.held.first.mayBeApart &&
          props.held.first.family !== null &&
          mayOpen('claims:propose', account())
        }
      >
        <ApartForm held={props.held} onDone={props.onDone} />
      </Show>
    </>
  );
}

interface HeldSectionProps {
  readonly run: string;
  readonly onTold: (words: string) => void;
}

/** What a run did not propose although something may be due, and why. */
export function HeldSection(props: HeldSectionProps) {
  const held = createHeld(() => props.run);
  const families = createMemo(() => byFamily(held.value()?.held ?? []));
  return (
    <section class={styles.part} aria-labelledby="held-title">
      <h2 id="held-title">Held back</h2>
      <Answered answer={held} waiting="Asking the server what was held back.">
        {() => (
          <>
            <p>
              {counted(families().length, 'family was', 'families were')} held back: something may be due, and
              each says what has to happen first.
            </p>
            <RowList rows={families()} class={styles.list}>
              {(one) => (
                <HeldItem
                  held={one()}
                  onDone={(words) => {
                    props.onTold(words);
                    held.again();
                  }}
                />
              )}
            </RowList>
          </>
        )}
      </Answered>
    </section>
  );
}
