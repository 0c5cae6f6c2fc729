import { useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo, createSignal } from 'solid-js';
import { auditAddress } from '../addresses.ts';
import { type Answer, type AuditLog, unreachable, type Verification } from '../api.ts';
import { dayAway, dayInLondon } from '../day-away.ts';
import { dayTyped } from '../day-typed.ts';
import { addressWith, firstIn, type Search } from '../decisions/filter/filter.ts';
import { focusOn } from '../editor/focus-on.ts';
import { endOfDay } from '../end-of-day.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';
import { isoDay, keptDay } from '../ui/day-text.ts';

/** The heading of the entries that were found. */
export const ENTRIES = 'entries-title';

const names = ['actor', 'action', 'subject', 'since'] as const;
type Asked = Readonly<Partial<Record<(typeof names)[number], string>>>;

function askedIn(search: Search): Asked {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = firstIn(search, name);
      return value === undefined || value === '' ? [] : [[name, value] as const];
    }),
  );
}

const noDay = '//';
const dayOf = (instant: string | undefined) =>
  instant === undefined || Number.isNaN(Date.parse(instant))
    ? noDay
    : keptDay(dayTyped(dayInLondon(instant)));

/** Entries of the audit log that the address asks for, and a form of what it says. */
export function createAudit() {
  const { client } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const text = createMemo(() => JSON.stringify(askedIn(search)));
  // because it is the text of what was asked
  const asked = createMemo(() => JSON.parse(text()) as Asked);
  const before = () => firstIn(search, 'before');
  const question = () => {
    const from = before();
    return { ...asked(), ...(from === undefined ? {} : { before: from }) };
  };
  const log = createAnswer('audit', question, async (query): Promise<Answer<AuditLog>> => {
    const response = await client.audit.$get({ query });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  });
  const form = createMemo(() => {
    const { actor = '', action = '', subject = '', since } = asked();
    return createForm({
      id: 'audit',
      fields: { actor, action, subject, since: dayOf(since) },
      check: (typed) =>
        typed.since !== noDay && isoDay(typed.since) === undefined
          ? { since: 'Enter a day that there is, or none' }
          : {},
      send: (typed) => {
        const day = isoDay(typed.since);
        const said = {
          ...(typed.actor.trim() !== '' && { actor: typed.actor.trim() }),
          ...(typed.action !== '' && { action: typed.action }),
          ...(typed.subject.trim() !== '' && { subject: typed.subject.trim() }),
          ...(day !== undefined && { since: endOfDay(dayAway(day, -1)) }),
        };
        navigate(addressWith(auditAddress, said), { scroll: false });
        focusOn(ENTRIES);
        return Promise.resolve({});
      },
    });
  });
  /** The entries older than one; without it, the newest. */
  const page = (entry?: number) =>
    addressWith(auditAddress, { ...asked(), before: entry === undefined ? undefined : String(entry) });
  return { log, form, asked, before, page };
}
export type AuditForm = ReturnType<ReturnType<typeof createAudit>['form']>;

const headText = /^\d{1,15}:[0-9a-f]{64}$/;

/** The whole log followed, and every row held against it, by a button. */
export function createVerification() {
  const { client } = useSession();
  const [told, setTold] = createSignal<Answer<Verification>>();
  const form = createForm({
    id: 'verify',
    fields: { head: '' },
    check: ({ head }) =>
      head.trim() === '' || headText.test(head.trim())
        ? {}
        : { head: 'Enter a number, a colon and 64 hexadecimal digits, as the head is shown here' },
    send: async ({ head }) => {
      try {
        const query = head.trim() === '' ? {} : { head: head.trim() };
        const response = await client.audit.verification.$get({ query });
        setTold(
          response.status === 200
            ? { ok: true, value: await response.json() }
            : { ok: false, problem: await response.json() },
        );
      } catch {
        setTold({ ok: false, problem: unreachable });
      }
      return {};
    },
  });
  return { form, told };
}
export type Verifying = ReturnType<typeof createVerification>;
