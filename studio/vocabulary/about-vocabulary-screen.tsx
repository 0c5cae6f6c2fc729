import { SourceDocuments } from '../editor/about/source-documents.tsx';
import controls from '../editor/controls/controls.module.css';
import { FindingList } from '../editor/controls/finding-list.tsx';
import { TextControl } from '../editor/controls/text-control.tsx';
import { useRules } from '../editor/rules.ts';
import { MeansForFamilies } from './families/means-for-families.tsx';
import { VocabularyPart } from './vocabulary-part.tsx';

function About() {
  const { top, editing } = useRules();
  return (
    <>
      <FindingList
        findings={[...top.findings(), ...top.at('id').findings(), ...top.at('version').findings()]}
      />
      <section class={controls.stack} aria-labelledby="vocabulary:what">
        <h2 id="vocabulary:what">What it is</h2>
        <TextControl spot={top.at('title')} label="Title" />
        <p>
          Rulesets and families name it <code>{editing.draft().name}</code>, by its id and number. The draft
          was begun under that name, so that both stay.
        </p>
      </section>
      <MeansForFamilies />
      <SourceDocuments spot={top.at('sources')} />
    </>
  );
}

/** What a vocabulary is called, what its changes mean, and what it was written from. */
export function AboutVocabularyScreen() {
  return <VocabularyPart title="About this vocabulary">{() => <About />}</VocabularyPart>;
}
