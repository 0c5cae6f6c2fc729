import { createMemo, type JSX, Show } from 'solid-js';
import { draftAddress } from '../addresses.ts';
import type { DraftEditing, DraftFile } from '../draft/editing.ts';
import { titleOf } from '../draft/draft-title.ts';
import { Screen } from '../frame/screen.tsx';
import { FindingSummary } from './finding-summary.tsx';
import { createRules, type Rules, RulesProvider } from './rules.ts';
import type { Spot } from './spot.ts';
import styles from './part.module.css';

interface PartProps {
  readonly title: string | ((rules: Rules) => string);
  readonly lead?: string;
  /** Whether it is looked through rather than typed into: nothing of it is closed to those who may not edit. */
  readonly looked?: boolean;
  /** The part of the draft that this stands below. */
  readonly above?: { readonly of: string; readonly text: string };
  readonly children: (rules: Rules) => JSX.Element;
}

/** Whether a file can be read: one that a draft does not have has nothing to read. */
const isReadable = ({ text, readable }: DraftEditing, file: DraftFile) => readable(file) || text(file) === '';

/** A part of a draft that is edited: its heading, and forms that can be typed into by whoever may edit the draft. */
export function Part(props: PartProps) {
  const rules = createRules();
  const title = () => (typeof props.title === 'string' ? props.title : props.title(rules));
  const id = () => rules.editing.draft().id;
  const unreadable = () => (['document', 'cases'] as const).find((file) => !isReadable(rules.editing, file));
  const closed = () => !rules.editing.mayEdit() || unreadable() !== undefined;
  return (
    <RulesProvider value={rules}>
      <Screen
        title={title()}
        windowTitle={`${title()}: ${titleOf(rules.editing.draft())}`}
        lead={props.lead}
        trail={props.above && [{ href: draftAddress(id(), props.above.of), text: props.above.text }]}
      >
        <Show when={unreadable()}>
          {(file) => (
            <p role="alert">
              The text cannot be read as JSON, so that these forms show it as it last could be, and change
              nothing.{' '}
              <a href={draftAddress(id(), file() === 'cases' ? 'json/cases' : 'json')}>Put the text right</a>
            </p>
          )}
        </Show>
        <FindingSummary />
        <fieldset class={styles.part} disabled={!props.looked && closed()}>
          {props.children(rules)}
        </fieldset>
      </Screen>
    </RulesProvider>
  );
}

interface FoundProps {
  readonly spot: Spot | undefined;
  /** What is looked for there. */
  readonly what: string;
  readonly children: (spot: Spot) => JSX.Element;
}

const samePlace = (one: Spot | undefined, other: Spot | undefined) => one?.pointer === other?.pointer;

/** The forms for what stands at a place, made anew where the place is another; or that there is no such thing. */
export function Found(props: FoundProps) {
  const there = createMemo(() => (props.spot?.value() === undefined ? undefined : props.spot), undefined, {
    equals: samePlace,
  });
  return (
    <Show
      when={there()}
      keyed
      fallback={
        <p role="alert">This draft has no such {props.what}. It may have been removed, or renamed.</p>
      }
    >
      {(spot) => props.children(spot)}
    </Show>
  );
}
