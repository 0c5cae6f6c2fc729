import { Show } from 'solid-js';
import type { Cohort, Completeness } from '../api.ts';
import { memberOf } from '../editor/value.ts';
import { counted, numberInWords } from '../ui/number-in-words.ts';
import { Share } from '../ui/share.tsx';
import { Table } from '../ui/table.tsx';
import { calledBy, typeCalled } from '../vocabulary/in-words.ts';
import styles from './cohorts.module.css';
import { createVocabulary } from './create-vocabulary.ts';

interface KnownProps {
  readonly known: Completeness;
  /** The vocabulary, whose labels are used once it is there. */
  readonly words: unknown;
}

/** Keys of members and records that no vocabulary names. */
const own: Readonly<Record<string, string>> = {
  ...{ member: 'whose it is', on: 'day', from: 'first day', to: 'end', term: 'school term' },
  ...{ role: 'role', dateOfBirth: 'date of birth', resident: 'lives with the family' },
  ...{ joinedOn: 'first day as a member', leftOn: 'first day no longer a member' },
  ...{ personRef: 'reference to the person' },
};

const headOf = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const typeIn = (words: unknown, type: string) => memberOf(memberOf(words, 'recordTypes'), type);
const typeName = (words: unknown, type: string) => headOf(typeCalled(typeIn(words, type), type, 'many'));

function fieldName(words: unknown, type: string, field: string): string {
  const named =
    memberOf(memberOf(typeIn(words, type), 'fields'), field) ??
    memberOf(memberOf(words, 'everyRecord'), field);
  return headOf(named === undefined ? (own[field] ?? field) : calledBy(named, field));
}

const typeColumns = [
  { head: 'Records' },
  { head: 'Families of which anything is said' },
  { head: 'Of these, known to have none', number: true },
  { head: 'Families that say for which days', number: true },
  { head: 'Records in all', number: true },
];

function RecordTypes(props: KnownProps) {
  return (
    <Table
      caption="By type of record"
      columns={typeColumns}
      rows={props.known.recordTypes}
      cells={({ type, families, none, covered, records }) => [
        typeName(props.words, type),
        <Share of={families} all={props.known.families} />,
        numberInWords(none),
        numberInWords(covered),
        numberInWords(records),
      ]}
    />
  );
}

/** How many records of each type, and members, say each thing that may be left out. */
function Fields(props: KnownProps) {
  const rows = () => [
    ...Object.entries(props.known.memberFields).map(([field, of]) => ({
      ...{ of, all: props.known.members, type: 'Members', field: headOf(own[field] ?? field) },
    })),
    ...props.known.recordTypes.flatMap(({ type, records, fields }) =>
      Object.entries(fields).map(([field, of]) => ({
        ...{
          of,
          all: records,
          type: typeName(props.words, type),
          field: fieldName(props.words, type, field),
        },
      })),
    ),
  ];
  return (
    <details>
      <summary>What each record says</summary>
      <Table
        caption="By what a record says"
        columns={[{ head: 'Records' }, { head: 'What they say' }, { head: 'How many do' }]}
        rows={rows()}
        cells={({ type, field, of, all }) => [type, field, <Share of={of} all={all} />]}
      />
    </details>
  );
}

const termColumns = [
  { head: 'Term' },
  { head: 'Records' },
  { head: 'Families with a row' },
  { head: 'Members with a row', number: true },
];

/** `2012-13/autumn` as Autumn 2012-13. */
function termInWords(term: string): string {
  const [year = term, part = ''] = term.split('/');
  return headOf(`${part} ${year}`.trim());
}

function Terms(props: KnownProps) {
  return (
    <Table
      caption="By school term"
      columns={termColumns}
      rows={props.known.terms}
      cells={({ type, term, families, members }) => [
        termInWords(term),
        typeName(props.words, type),
        <Share of={families} all={props.known.families} />,
        numberInWords(members),
      ]}
    />
  );
}

/** How much is known of what in a cohort. */
export function CompletenessView(props: { readonly cohort: Cohort; readonly known: Completeness }) {
  const vocabulary = createVocabulary(() => props.cohort.vocabulary);
  const attached = () => counted(props.known.attached, 'was', 'were');
  return (
    <section class={styles.part} aria-labelledby="known-title">
      <h2 id="known-title">How much is known</h2>
      <p class={styles.text}>
        {counted(props.known.families, 'family', 'families')} with{' '}
        {counted(props.known.members, 'member', 'members')}; {attached()} attached on a day that is given.
        These are counts: what is missing makes a verdict “not known” only where a rule asks for it.
      </p>
      <RecordTypes known={props.known} words={vocabulary.value()} />
      <Show when={props.known.terms.length > 0}>
        <Terms known={props.known} words={vocabulary.value()} />
      </Show>
      <Fields known={props.known} words={vocabulary.value()} />
    </section>
  );
}
