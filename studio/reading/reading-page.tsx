import { useLocation, useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, For, on, Show } from 'solid-js';
import { readingAddress } from '../addresses.ts';
import { SearchBox } from '../ui/search-box.tsx';
import { findLines } from './find-lines.ts';
import { LineList } from './line-list.tsx';
import type { ReadVersion, Section } from './read-version.ts';
import { ReadingHead } from './reading-head.tsx';
import styles from './reading-page.module.css';
import { SectionNav } from './section-nav.tsx';
import { SourceList } from './source-list.tsx';

const sectionAnchor = (id: string) => `part:${id}`;
const sourcesAnchor = sectionAnchor('sources');

/** What the navigation calls a part; its heading on the page says more. */
const names: Readonly<Record<Section['id'], string>> = {
  identify: 'Who is identified',
  routes: 'Routes to eligibility',
  outcomes: 'Outcomes',
  payments: 'Payments',
  parameters: 'Figures and choices',
  facts: 'What is measured',
};

/** Leads the eye and the focus to the line that the address names, whenever it names another. */
function createPlace(version: () => ReadVersion) {
  const location = useLocation();
  const named = () => decodeURIComponent(location.hash.slice(1));
  const here = createMemo(() => {
    const line = version().anchors.at(named());
    return line === undefined ? named() : version().anchors.of(line);
  });
  createEffect(
    on([here, () => location.search], () => {
      const place = here() === '' ? null : document.getElementById(here());
      place?.focus({ preventScroll: true });
      place?.scrollIntoView();
    }),
  );
  const isPart = () => /^(part|source|studio):/.test(here());
  const lost = () => here() !== '' && !isPart() && version().anchors.at(here()) === undefined;
  return { here, lost };
}

function createSearch(version: () => ReadVersion) {
  const [search] = useSearchParams<{ find: string }>();
  const location = useLocation();
  const navigate = useNavigate();
  const wanted = () => search.find ?? '';
  const found = createMemo(() => findLines(version(), wanted()));
  const total = createMemo(() => findLines(version(), '').hits.size);
  const told = () => {
    if (wanted().trim() === '') return `${total()} lines`;
    return found().hits.size === 0
      ? `No line of this version has “${wanted()}”`
      : `${found().hits.size} of ${total()} lines, with those around them`;
  };
  // The line that the address names is let go: it would take the focus back at every letter.
  const look = (words: string) => {
    const query = words === '' ? '' : `?find=${encodeURIComponent(words)}`;
    navigate(`${location.pathname}${query}`, { replace: true, scroll: false, resolve: false });
  };
  return { wanted, found, told, look };
}

/** A version read as English: its parts, what is looked for in them, and where each sentence comes from. */
export function ReadingPage(props: { readonly version: ReadVersion; readonly others: readonly string[] }) {
  const page = () => readingAddress(props.version.held);
  const { here, lost } = createPlace(() => props.version);
  const { wanted, found, told, look } = createSearch(() => props.version);
  const shownIn = ({ lines }: Section): number => {
    const count = (line: Section['lines'][number]): number =>
      line.saidAbove
        ? 0
        : line.children.reduce((sum, one) => sum + count(one), found().shown.has(line) ? 1 : 0);
    return lines.reduce((sum, line) => sum + count(line), 0);
  };
  const sections = () => props.version.reading.sections.filter((section) => shownIn(section) > 0);
  const parts = () => [
    ...sections().map((section) => ({
      anchor: sectionAnchor(section.id),
      title: names[section.id],
      lines: shownIn(section),
    })),
    { anchor: sourcesAnchor, title: 'Sources', lines: Object.keys(props.version.sources).length },
  ];
  return (
    <>
      <ReadingHead version={props.version} others={props.others} />
      <div class={styles.columns}>
        <SectionNav parts={parts()} page={page()} />
        <div class={styles.text}>
          <SearchBox
            label="Look for"
            hint="Words of a sentence, an id such as education.absence, or a source."
            value={wanted()}
            told={told()}
            onSearch={look}
          />
          <Show when={lost()}>
            <p class={styles.lost} role="alert">
              This version has no line <code>{here()}</code>.
            </p>
          </Show>
          <For each={sections()}>
            {(section) => (
              <section class={styles.section} aria-labelledby={sectionAnchor(section.id)}>
                <h2 id={sectionAnchor(section.id)} tabindex="-1">
                  {section.title}
                </h2>
                <LineList
                  lines={section.lines}
                  version={props.version}
                  page={page()}
                  found={found()}
                  here={here()}
                />
              </section>
            )}
          </For>
          <section class={styles.section} aria-labelledby={sourcesAnchor}>
            <h2 id={sourcesAnchor} tabindex="-1">
              Sources
            </h2>
            <SourceList sources={props.version.sources} />
          </section>
        </div>
      </div>
    </>
  );
}
