import { createMemo, For, Show } from 'solid-js';
import { nearMissesAddress } from '../../addresses.ts';
import type { NearMiss } from '../../api.ts';
import { dayInWords } from '../../day-in-words.ts';
import { gapInWords, thresholdInWords, valueInWords } from '../../decision/traced-in-words.ts';
import { counted, numberInWords } from '../../ui/number-in-words.ts';
import { Pages } from '../../ui/pages.tsx';
import { Share } from '../../ui/share.tsx';
import { Table } from '../../ui/table.tsx';
import type { FilterNamed } from '../filter/create-filter.ts';
import type { Looked, NearAsked } from './create-near-misses.ts';
import { DecisionLink } from '../decision-table.tsx';
import styles from '../decisions.module.css';
import { addressWith, rowFrom, rowSaid } from '../filter/filter.ts';

/** So many decisions a page. */
const PAGE = 200;

interface NearTablesProps {
  readonly so: Looked;
  readonly named: FilterNamed;
  readonly asked: NearAsked;
}

/** A condition as it is read. */
function sentenceOf({ reading, names }: FilterNamed, place: string): string {
  return reading.value()?.anchors.at(place)?.sentence ?? names().textOf(place);
}

/** The conditions that decisions are short of, the most frequent first; each leads to its decisions. */
export function NearConditions(props: NearTablesProps) {
  const counts = createMemo(() => {
    const found = new Map<string, number>();
    for (const place of props.so.found.flatMap(({ places }) => places))
      found.set(place, (found.get(place) ?? 0) + 1);
    return [...found].sort(([, one], [, other]) => other - one);
  });
  return (
    <Table
      caption="Conditions that they are short of"
      columns={[{ head: 'Condition' }, { head: 'Decisions', number: true }, { head: 'Of the near misses' }]}
      rows={counts()}
      cells={([place, count]) => [
        sentenceOf(props.named, place),
        <a
          href={addressWith(nearMissesAddress, { ...props.asked.question(), place })}
          aria-label={`${counted(count, 'decision', 'decisions')} short of: ${sentenceOf(props.named, place)}`}
        >
          {numberInWords(count)}
        </a>,
        <Share of={count} all={props.so.found.length} />,
      ]}
    />
  );
}

type Distance = NearMiss['howFar'][number];

function distanceInWords(one: Distance): string {
  const found = one.value === undefined ? 'Nothing found' : `Found ${valueInWords(one.value)}`;
  const [asked, gap] = [thresholdInWords(one), gapInWords(one)];
  const whose = one.member === undefined ? '' : `${one.member}: `;
  const wanted = asked === undefined ? '' : `, asked for ${asked}`;
  return `${whose}${found}${wanted}${gap === undefined ? '' : ` (${gap})`}`;
}

interface HowFarProps {
  readonly one: NearMiss;
  readonly named: FilterNamed;
  /** The one condition that is looked at, where it is one. */
  readonly only: string | undefined;
}

/** The conditions of which any one would be enough, each with what was found and what is asked for. */
function HowFar(props: HowFarProps) {
  const places = () => props.one.places.filter((place) => place === (props.only ?? place));
  const list = () => (
    <ul class={styles.plain}>
      <For each={places()}>
        {(place) => (
          <li>
            <Show when={props.only === undefined}>{sentenceOf(props.named, place)}</Show>
            <For
              each={props.one.howFar.filter(({ node }) => node === place)}
              fallback={<p class={styles.aside}>How far cannot be said without the family’s record.</p>}
            >
              {(distance) => <p class={styles.aside}>{distanceInWords(distance)}</p>}
            </For>
          </li>
        )}
      </For>
    </ul>
  );
  return (
    <Show when={places().length > 1} fallback={list()}>
      <details>
        <summary>Any one of {places().length} conditions</summary>
        {list()}
      </details>
    </Show>
  );
}

/** The decisions that are short of one condition, and how far. */
export function NearFamilies(props: NearTablesProps) {
  const place = () => props.asked.place();
  const rows = createMemo(() => {
    const only = place();
    return only === undefined ? props.so.found : props.so.found.filter(({ places }) => places.includes(only));
  });
  const from = () => rowFrom(props.asked.search, rows().length);
  const shown = () => rows().slice(from(), from() + PAGE);
  return (
    <>
      <Show when={place()}>
        {(only) => (
          <p>
            Only those short of: {sentenceOf(props.named, only())}{' '}
            <a href={addressWith(nearMissesAddress, { ...props.asked.question() })}>Show all near misses</a>
          </p>
        )}
      </Show>
      <Table
        caption="Decisions that are one condition short"
        columns={[
          { head: 'Decision of' },
          { head: 'As of' },
          { head: place() === undefined ? 'Short of' : 'How far' },
        ]}
        rows={shown()}
        cells={(one) => [
          <DecisionLink record={one.record} family={one.family} />,
          dayInWords(one.asOf),
          <HowFar one={one} named={props.named} only={place()} />,
        ]}
      />
      <Pages
        what="decisions"
        from={from()}
        shown={shown().length}
        total={rows().length}
        size={PAGE}
        address={(row) =>
          addressWith(nearMissesAddress, {
            ...props.asked.question(),
            place: place(),
            from: rowSaid(row),
          })
        }
      />
    </>
  );
}
