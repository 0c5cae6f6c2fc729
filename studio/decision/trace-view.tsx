import { createMemo, createSignal, For, Show } from 'solid-js';
import type { Traced } from '../decide/create-decided.ts';
import type { TracedNode } from '../decide/news.ts';
import type { FamilyDocument } from '../family/family-document.ts';
import { LineWords } from '../reading/line-words.tsx';
import type { DecidingRules, ReadLine } from '../reading/read-version.ts';
import { SourceNote } from '../reading/source-note.tsx';
import { createPainted, type Painted } from './create-painted.ts';
import { Toggle } from '../ui/toggle.tsx';
import styles from './trace-view.module.css';
import {
  gapInWords,
  recordInWords,
  thresholdInWords,
  valueInWords,
  windowInWords,
} from './traced-in-words.ts';
import { VerdictTag } from './verdict-tag.tsx';

interface Context {
  readonly painted: Painted;
  readonly version: DecidingRules;
  readonly family: () => FamilyDocument | undefined;
  readonly onlyDeciding: () => boolean;
}

/** Records by their pointers, so many of them in words. */
const mostRecords = 6;

function Records(props: {
  readonly name: string;
  readonly at: readonly string[];
  readonly context: Context;
}) {
  const labelOf = (type: string) =>
    props.context.version.checked.vocabulary.recordTypes[type]?.label.one ?? type;
  const said = () =>
    props.at.slice(0, mostRecords).map((pointer) => recordInWords(pointer, props.context.family(), labelOf));
  const rest = () => (props.at.length > mostRecords ? `; and ${props.at.length - mostRecords} more` : '');
  return (
    <Show when={props.at.length > 0}>
      <div>
        <dt>{props.name}</dt>
        <dd>
          {said().join('; ')}
          {rest()}
        </dd>
      </div>
    </Show>
  );
}

function Row(props: { readonly name: string; readonly text: string | undefined }) {
  return (
    <Show when={props.text}>
      {(text) => (
        <div>
          <dt>{props.name}</dt>
          <dd>{text()}</dd>
        </div>
      )}
    </Show>
  );
}

/** How one place was judged, of the family or of one member. */
function NodeView(props: { readonly node: TracedNode; readonly context: Context }) {
  return (
    <li class={styles.node}>
      <span class={styles.verdict}>
        <Show when={props.node.member}>{(member) => <b>{member()}</b>}</Show>
        <VerdictTag verdict={props.node.verdict} />
      </span>
      <Show when={props.node.fact ?? props.node.parameter}>
        <dl class={styles.found}>
          <Row name="Found" text={props.node.value && valueInWords(props.node.value)} />
          <Row name="Asked for" text={thresholdInWords(props.node)} />
          <Row name="Gap" text={gapInWords(props.node)} />
          <Row name="Looked at" text={props.node.window && windowInWords(props.node.window)} />
          <Records name="Counted" at={props.node.witnesses ?? []} context={props.context} />
          <Records name="May count" at={props.node.possibleWitnesses ?? []} context={props.context} />
          <Show when={props.node.verdict === 'unknown' && props.node.reason}>
            {(reason) => <Row name="Why not known" text={reason().text} />}
          </Show>
        </dl>
      </Show>
    </li>
  );
}

function PaintedLine(props: { readonly line: ReadLine; readonly context: Context }) {
  const nodes = createMemo(() => props.context.painted.nodesOf(props.line));
  const verdict = () => props.context.painted.verdictOf(props.line);
  return (
    <>
      <div class={styles.line}>
        <div class={styles.head}>
          <p>
            <LineWords words={props.line.words} />
          </p>
          <Show when={verdict()}>{(one) => <VerdictTag verdict={one()} />}</Show>
        </div>
        <Show when={nodes().length > 0}>
          <ul class={styles.nodes}>
            <For each={nodes()}>{(node) => <NodeView node={node} context={props.context} />}</For>
          </ul>
        </Show>
        <p class={styles.about}>
          <a href={props.context.version.addressOf(props.context.version.anchors.of(props.line))}>
            <code>{props.line.id}</code>
          </a>{' '}
          <Show when={props.line.source}>
            {(source) => (
              <SourceNote
                source={source()}
                sources={props.context.version.sources}
                page={props.context.version.addressOf()}
              />
            )}
          </Show>
        </p>
      </div>
      <PaintedLines
        lines={props.line.children.filter(({ saidAbove }) => !saidAbove)}
        context={props.context}
      />
    </>
  );
}

/** Lines that once decided stay, unseen while they do not: a verdict that goes back and forth draws nothing anew. */
function PaintedLines(props: { readonly lines: readonly ReadLine[]; readonly context: Context }) {
  const isSeen = (line: ReadLine) => !props.context.onlyDeciding() || props.context.painted.hasDecided(line);
  const drawn = createMemo(
    (before: readonly ReadLine[]) => props.lines.filter((line) => isSeen(line) || before.includes(line)),
    [],
  );
  return (
    <Show when={drawn().length > 0}>
      <ul class={styles.lines} hidden={!drawn().some(isSeen)}>
        <For each={drawn()}>
          {(line) => (
            <li hidden={!isSeen(line)}>
              <PaintedLine line={line} context={props.context} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

interface TraceViewProps {
  readonly traced: Traced;
  readonly version: DecidingRules;
  readonly family: FamilyDocument | undefined;
  /** Whether every line is shown, because which of them decided it is not known. */
  readonly whole?: boolean;
}

/** The rules as they are read, with the verdict of each line and how it came about painted on it. */
export function TraceView(props: TraceViewProps) {
  const [asked, setAsked] = createSignal(true);
  const onlyDeciding = () => asked() && !props.whole;
  const painted = createPainted(
    () => props.version,
    // eslint-disable-next-line solid/reactivity -- because it is one store for as long as the screen lives
    props.traced,
  );
  const context: Context = {
    ...{ painted, onlyDeciding, family: () => props.family },
    get version() {
      return props.version;
    },
  };
  const isSeen = ({ lines }: { readonly lines: readonly ReadLine[] }) =>
    !onlyDeciding() || lines.some((line) => painted.hasDecided(line));
  return (
    <section class={styles.trace} aria-labelledby="trace-title">
      <h2 id="trace-title">The rule, line by line</h2>
      <Show when={!props.whole}>
        <Toggle label="Only what decided it" on={asked()} onChange={setAsked} />
      </Show>
      <For each={painted.sections()}>
        {(section) => (
          <section class={styles.section} aria-label={section.title} hidden={!isSeen(section)}>
            <h3>{section.title}</h3>
            <PaintedLines lines={section.lines} context={context} />
          </section>
        )}
      </For>
    </section>
  );
}
