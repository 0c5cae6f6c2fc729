import { useParams } from '@solidjs/router';
import { createMemo, createResource, createSignal, For, Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import type { DraftFile } from '../../draft/editing.ts';
import { readJson } from '../../engine.ts';
import { Words } from '../../ui/words.tsx';
import { Part } from '../part.tsx';
import { useRules } from '../rules.ts';
import type { Finding } from '../spot.ts';
import { CodeEditor } from './code-editor.tsx';
import styles from './code-editor.module.css';
import { type Mark, marksOf } from './marks.ts';

const schemas: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  ruleset: () => import('../../../rulesets/ruleset.schema.json'),
  calendar: () => import('../../../rulesets/calendar.schema.json'),
  vocabulary: () => import('../../../rulesets/vocabulary.schema.json'),
  'unit-costs': () => import('../../../rulesets/unit-costs.schema.json'),
  programme: () => import('../../../rulesets/programme.schema.json'),
  cases: () => import('../../../rulesets/cases.schema.json'),
};

/** What is wrong with a text: first whether it is JSON at all. */
function createMarks(file: () => DraftFile) {
  const { editing } = useRules();
  const text = () => editing.text(file());
  const unreadable = createMemo((): readonly Finding[] => {
    if (editing.readable(file())) return [];
    const read = readJson(text());
    return read.ok ? [] : read.error.map((one) => ({ ...one, file: file() }));
  });
  const findings = () =>
    unreadable().length > 0 ? unreadable() : editing.findings().filter((one) => one.file === file());
  const marks = createMemo(() => marksOf(text(), findings()));
  return { text, marks };
}

function Files() {
  const { editing } = useRules();
  const links = () => [
    { of: 'json', text: 'The document' },
    ...(editing.draft().kind === 'ruleset' ? [{ of: 'json/cases', text: 'The cases' }] : []),
  ];
  return (
    <ul class={styles.files}>
      <For each={links()}>
        {({ of, text }) => (
          <li>
            <a href={draftAddress(editing.draft().id, of)}>{text}</a>
          </li>
        )}
      </For>
    </ul>
  );
}

function Raw(props: { readonly file: DraftFile }) {
  const { editing } = useRules();
  const { text, marks } = createMarks(() => props.file);
  const [schema] = createResource(
    () => (props.file === 'cases' ? 'cases' : editing.draft().kind),
    async (kind) => (await schemas[kind]?.())?.default,
  );
  const [goTo, setGoTo] = createSignal<{ readonly mark: Mark }>();
  const label = () => (props.file === 'cases' ? 'The cases as JSON' : 'The document as JSON');
  return (
    <>
      <Files />
      <p>
        Ctrl and Space offers what may stand at the cursor. Tab leaves the editor. What cannot be read is
        kept, and put in words again once it can be.
      </p>
      <section aria-labelledby="raw:findings">
        <h2 id="raw:findings">What is wrong</h2>
        <p role="status">
          {marks().length === 0
            ? 'Nothing is wrong.'
            : `${marks().length} ${marks().length === 1 ? 'thing is' : 'things are'} to be looked at.`}
        </p>
        <Show when={marks().length > 0}>
          <ol class={styles.findings} tabindex="0" aria-label="Findings">
            <For each={marks()}>
              {(mark) => (
                <li>
                  <button type="button" class={styles.go} onClick={() => setGoTo({ mark })}>
                    Line {mark.line}: {mark.severity}
                  </button>{' '}
                  <Words text={mark.message} asIs /> <code>{mark.pointer}</code>
                </li>
              )}
            </For>
          </ol>
        </Show>
      </section>
      <CodeEditor
        label={label()}
        text={text()}
        marks={marks()}
        schema={schema.latest}
        mayEdit={editing.mayEdit()}
        onWrite={(next) => {
          editing.write(props.file, next);
        }}
        goTo={goTo()}
      />
    </>
  );
}

/** A file of the draft as JSON, for those who know it. */
export function RawScreen() {
  const params = useParams<{ file?: string }>();
  const file = (): DraftFile => (params.file === 'cases' ? 'cases' : 'document');
  return (
    <Part
      title="JSON"
      looked
      lead="The same rules as text, for those who know it. Every form edits this text."
    >
      {() => (
        <Show when={file()} keyed>
          {(one) => <Raw file={one} />}
        </Show>
      )}
    </Part>
  );
}
