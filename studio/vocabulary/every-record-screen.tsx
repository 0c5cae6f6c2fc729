import { useRules } from '../editor/rules.ts';
import { changeAll } from '../editor/spot.ts';
import { entriesOf, keysOf, memberOf } from '../editor/value.ts';
import { FieldList } from './field-list.tsx';
import { MeansForFamilies } from './families/means-for-families.tsx';
import { VocabularyPart } from './vocabulary-part.tsx';

function EveryRecord() {
  const { top, document } = useRules();
  const spot = () => top.at('everyRecord');
  const elsewhere = () =>
    entriesOf(memberOf(document(), 'recordTypes')).flatMap(([, type]) => keysOf(memberOf(type, 'fields')));
  return (
    <>
      <FieldList
        spot={spot()}
        everywhere
        elsewhere={elsewhere()}
        onRename={(from, to) => {
          changeAll(top, 'Change the id of a field', [{ rename: [...spot().path, from], to }]);
        }}
      />
      <MeansForFamilies place={spot().pointer} />
    </>
  );
}

/** Fields that a record of any type may have. */
export function EveryRecordScreen() {
  return (
    <VocabularyPart
      title="Every record"
      lead="What a record of any type may say, such as where it came from. None of it has to be said."
    >
      {() => <EveryRecord />}
    </VocabularyPart>
  );
}
