import { createMemo, Show } from 'solid-js';
import { decisionsAddress } from '../../addresses.ts';
import type { Combination } from '../../api.ts';
import { VerdictTag } from '../../decision/verdict-tag.tsx';
import { verdictWord } from '../../decision/verdict-words.ts';
import { pounds } from '../../money-in-words.ts';
import { createReading } from '../../reading/create-reading.ts';
import { counted, numberInWords } from '../../ui/number-in-words.ts';
import { Share } from '../../ui/share.tsx';
import { Table } from '../../ui/table.tsx';
import { addressWith, type Filter, questionOf } from '../filter/filter.ts';
import { partNames } from '../filter/part-names.ts';

interface CombinationTableProps {
  /** All of one version; at least one. */
  readonly combinations: readonly Combination[];
  /** How many decisions there are in all. */
  readonly all: number;
  readonly filter: Filter;
}

/**
 * The decisions behind a combination: those of the filter in which each criterion came to this, of the very version. None
 * where a filter cannot say it, because one part alone can be met only because of another.
 */
function behind({ ruleset, criteria }: Combination, filter: Filter): string | undefined {
  if (filter.onlyBecause !== undefined) return undefined;
  const parts = criteria.map(({ id, verdict }) => ({ node: id, verdict }));
  const others = filter.parts.filter(({ node }) => !criteria.some(({ id }) => id === node));
  const { id, version, hash } = ruleset;
  const asked = { ...filter, ruleset: id, version, hash, parts: [...parts, ...others] };
  return addressWith(decisionsAddress, questionOf(asked));
}

/** Combinations of the criteria of one version, a bar for each. */
export function CombinationTable(props: CombinationTableProps) {
  const ruleset = () => props.combinations[0]?.ruleset;
  const reading = createReading(() => ruleset());
  const names = createMemo(() => partNames(reading.value()));
  const columns = () => [
    { head: 'Decisions' },
    { head: 'Of all decisions' },
    ...(props.combinations[0]?.criteria ?? []).map(({ id }) => ({ head: names().textOf(id) })),
    { head: 'Eligible', number: true },
    { head: 'Due', number: true },
  ];
  const words = ({ criteria, decisions }: Combination) =>
    `${counted(decisions, 'decision', 'decisions')}: ${criteria.map(({ id, verdict }) => `${names().textOf(id)}, ${verdictWord(verdict)}`).join('; ')}`;
  return (
    <Table
      caption={`${ruleset()?.id ?? ''} ${ruleset()?.version ?? ''}`}
      columns={columns()}
      rows={props.combinations}
      cells={(one) => [
        <Show when={behind(one, props.filter)} fallback={numberInWords(one.decisions)}>
          {(href) => (
            <a href={href()} aria-label={words(one)}>
              {numberInWords(one.decisions)}
            </a>
          )}
        </Show>,
        <Share of={one.decisions} all={props.all} />,
        ...one.criteria.map((criterion) => <VerdictTag verdict={criterion.verdict} />),
        numberInWords(one.eligibility.met),
        pounds(one.duePence),
      ]}
    />
  );
}
