import { Show } from 'solid-js';
import type { Claim } from '../api.ts';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';
import { DayField } from '../ui/day-field.tsx';
import { isoDay } from '../ui/day-text.ts';
import { FormView } from '../ui/form-view.tsx';
import { LineField } from '../ui/line-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { recordEvents, whyRefused } from './claim-calls.ts';
import styles from './claims.module.css';
import { eventInWords, eventsFor, isWritable } from './event-words.ts';

type EventField = 'event' | 'on' | 'pounds' | 'reason';

interface EventFormProps {
  readonly claim: Claim;
  readonly onDone: (told: string) => void;
}

const isPriced = (event: string) => event === 'paid' || event === 'clawed-back';
const isReasoned = (event: string) => ['queried', 'clawed-back', 'withdrawn'].includes(event);

/** `1,200.50` as pence; undefined where it is no amount. */
export function penceTyped(text: string): number | undefined {
  const plain = text.trim().replaceAll(',', '').replace(/^£/, '');
  if (!/^\d{1,7}(\.\d{2})?$/.test(plain)) return undefined;
  const [whole = '', part = '0'] = plain.split('.');
  return Number(whole) * 100 + Number(part);
}

function createEventForm(props: EventFormProps) {
  const { client } = useSession();
  const form = createForm<EventField>({
    id: 'event',
    fields: { event: '', on: '//', pounds: '', reason: '' },
    check: ({ event, on, pounds, reason }) => ({
      ...(!isWritable(event) && { event: 'choose what happened' }),
      ...(isoDay(on) === undefined && { on: 'enter a day that there is' }),
      ...(isPriced(event) &&
        !penceTyped(pounds) && { pounds: 'enter an amount above nothing, such as 700 or 700.50' }),
      ...(isReasoned(event) && reason.trim() === '' && { reason: 'say why' }),
    }),
    send: async ({ event, on, pounds, reason }) => {
      if (!isWritable(event)) return {};
      const pence = isPriced(event) ? penceTyped(pounds) : undefined;
      const done = await recordEvents(client, [
        {
          ...{ claim: props.claim.id, event, on: isoDay(on) ?? '' },
          ...(pence === undefined ? {} : { pence }),
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        },
      ]);
      if (!done.ok) {
        const [first] = done.problem.findings ?? [];
        const name = first?.pointer.endsWith('/pence')
          ? 'pounds'
          : first?.pointer.endsWith('/on')
            ? 'on'
            : 'event';
        return { [name]: whyRefused(done.problem) };
      }
      props.onDone(`${eventInWords(event)}: written down.`);
      for (const name of ['event', 'pounds', 'reason'] as const) form.type(name, '');
      return {};
    },
  });
  return form;
}

/** Writes down what became of a claim. */
export function EventForm(props: EventFormProps) {
  const form = createEventForm(props);
  const options = () => eventsFor(props.claim).map((value) => ({ value, text: eventInWords(value) }));
  return (
    <section class={styles.part} aria-labelledby="event-title">
      <h2 id="event-title">Write down what became of it</h2>
      <FormView form={form} send="Write it down" sending="Writing it down">
        <SelectField
          id={form.control('event')}
          label="What happened"
          error={form.wrong('event')}
          options={options()}
          value={form.typed('event')}
          onChange={(event) => {
            form.type('event', event);
          }}
        />
        <DayField form={form} name="on" legend="On" hint="The day on which it happened, such as 20 2 2015." />
        <Show when={isPriced(form.typed('event'))}>
          <LineField
            id={form.control('pounds')}
            label="Amount"
            hint="In pounds."
            before="£"
            size="short"
            numeric
            error={form.wrong('pounds')}
            value={form.typed('pounds')}
            onInput={(text) => {
              form.type('pounds', text);
            }}
          />
        </Show>
        <TextArea
          form={form}
          name="reason"
          label="Why"
          hint="It is kept with your name; a payment needs none."
          rows={2}
        />
      </FormView>
    </section>
  );
}
