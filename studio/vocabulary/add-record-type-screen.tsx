import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { draftAddress } from '../addresses.ts';
import { useRules } from '../editor/rules.ts';
import { keysOf, memberOf } from '../editor/value.ts';
import { SelectField } from '../ui/select-field.tsx';
import { type Added, AddNamed } from './add-named.tsx';
import { optionsOf, owners, shapes } from './in-words.ts';
import { naming } from './naming.ts';
import { VocabularyPart } from './vocabulary-part.tsx';

function AddRecordType() {
  const rules = useRules();
  const navigate = useNavigate();
  const [shape, setShape] = createSignal('event');
  const [member, setMember] = createSignal('required');
  const add = ({ id, label, said }: Added) => {
    const type = {
      label: { one: label, many: (said['many'] ?? '').trim() },
      ...{ shape: shape(), member: member(), fields: {} },
    };
    rules.top.at('recordTypes', id).put(type, 'Add a record type');
    navigate(draftAddress(rules.editing.draft().id, `record-types/${id}`));
  };
  return (
    <AddNamed
      what="the record type"
      id="add-record-type"
      label="One is called"
      hint="Without “a”, such as “school visit”"
      naming={naming.recordType}
      taken={new Set(keysOf(memberOf(rules.document(), 'recordTypes')))}
      asks={[
        {
          name: 'many',
          label: 'Several are called',
          hint: 'Such as “school visits”',
          wrong: 'say what several are called',
        },
      ]}
      onAdd={add}
    >
      <SelectField
        id="add-record-type:shape"
        label="How it lies in time"
        options={optionsOf(shapes)}
        value={shape()}
        onChange={setShape}
      />
      <SelectField
        id="add-record-type:member"
        label="Whose it is"
        options={optionsOf(owners)}
        value={member()}
        onChange={setMember}
      />
    </AddNamed>
  );
}

/** Adds a type of record, which is then given its fields. */
export function AddRecordTypeScreen() {
  return (
    <VocabularyPart title="Add a record type" above={{ of: 'record-types', text: 'Record types' }}>
      {() => <AddRecordType />}
    </VocabularyPart>
  );
}
