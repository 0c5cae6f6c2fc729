import { LineField } from '../../ui/line-field.tsx';
import { SourceDocuments } from '../about/source-documents.tsx';
import controls from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { TextControl } from '../controls/text-control.tsx';
import { Part } from '../part.tsx';
import { useRules } from '../rules.ts';
import { controlOf, findingsWithin } from '../spot.ts';
import { memberOf, textsOf } from '../value.ts';
import { TermTable } from './term-table.tsx';

function Calendar() {
  const { top } = useRules();
  const authorities = () => top.at('authorities');
  return (
    <>
      <FindingList findings={top.findings()} />
      <section class={controls.stack} aria-labelledby="calendar:what">
        <h2 id="calendar:what">Whose terms they are</h2>
        <TextControl spot={top.at('title')} label="Title" />
        <LineField
          id={controlOf(authorities())}
          label="Authorities"
          hint="By the names that families give as their local authority, with a comma between. Empty: of every authority that has none of its own"
          value={textsOf(memberOf(top.value(), 'authorities')).join(', ')}
          onInput={(text) => {
            const names = text
              .split(',')
              .map((one) => one.trim())
              .filter(Boolean);
            authorities().put(names, 'Change the authorities');
          }}
        />
        <FindingList findings={findingsWithin(authorities())} />
      </section>
      <section class={controls.stack} aria-labelledby="calendar:terms">
        <h2 id="calendar:terms">Terms</h2>
        <p>In the order of their days. A term that is not listed is not known; it is not absent.</p>
        <TermTable spot={top.at('terms')} />
      </section>
      <SourceDocuments spot={top.at('sources')} />
    </>
  );
}

/** A calendar of school terms. */
export function CalendarScreen() {
  return <Part title="School terms">{() => <Calendar />}</Part>;
}
