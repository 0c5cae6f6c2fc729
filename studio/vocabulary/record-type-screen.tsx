import { useNavigate, useParams } from '@solidjs/router';
import { draftAddress } from '../addresses.ts';
import { ChoiceControl } from '../editor/controls/choice-control.tsx';
import controls from '../editor/controls/controls.module.css';
import { FindingList } from '../editor/controls/finding-list.tsx';
import { SourceControl } from '../editor/controls/source-control.tsx';
import { TextControl } from '../editor/controls/text-control.tsx';
import { Found } from '../editor/part.tsx';
import { useRules } from '../editor/rules.ts';
import { changeAll, type Spot } from '../editor/spot.ts';
import { keysOf, memberOf } from '../editor/value.ts';
import { Confirm } from '../ui/confirm.tsx';
import { MeansForFamilies } from './families/means-for-families.tsx';
import { useWords } from './create-words.ts';
import { FieldList } from './field-list.tsx';
import { renameField } from './fresh.ts';
import { IdOf } from './id-of.tsx';
import { optionsOf, owners, recordTypeInWords, shapes, typeCalled } from './in-words.ts';
import { LimitList } from './limit-list.tsx';
import { naming } from './naming.ts';
import { VocabularyPart } from './vocabulary-part.tsx';
import styles from './vocabulary.module.css';

interface TypeProps {
  readonly spot: Spot;
  readonly id: string;
}

/** What its records are called, how they lie in time, and whose they are. */
function WhatItIs(props: TypeProps) {
  const rules = useRules();
  const words = useWords();
  const navigate = useNavigate();
  const rename = (to: string) => {
    changeAll(rules.top, 'Change the id of a record type', [{ rename: props.spot.path, to }]);
    navigate(draftAddress(rules.editing.draft().id, `record-types/${to}`), { replace: true });
  };
  return (
    <section class={controls.stack} aria-labelledby="type:what">
      <h2 id="type:what">What it is</h2>
      <FindingList findings={[...props.spot.findings(), ...props.spot.at('label').findings()]} />
      <div class={controls.row}>
        <TextControl
          spot={props.spot.at('label', 'one')}
          label="One is called"
          hint="Without “a”, such as “proven offence”"
        />
        <TextControl
          spot={props.spot.at('label', 'many')}
          label="Several are called"
          hint="Such as “proven offences”"
        />
      </div>
      <ChoiceControl spot={props.spot.at('shape')} label="How it lies in time" options={optionsOf(shapes)} />
      <ChoiceControl spot={props.spot.at('member')} label="Whose it is" options={optionsOf(owners)} />
      <IdOf
        control={`at:${props.spot.pointer}:id`}
        name={props.id}
        called={typeCalled(props.spot.value(), props.id, 'one')}
        fixed={words.isFixed(props.spot.path)}
        naming={naming.recordType}
        taken={new Set(keysOf(memberOf(rules.document(), 'recordTypes')))}
        onRename={rename}
      />
    </section>
  );
}

function Removal(props: TypeProps) {
  const rules = useRules();
  const words = useWords();
  const navigate = useNavigate();
  const many = () => typeCalled(props.spot.value(), props.id, 'many');
  return (
    <section class={controls.stack} aria-labelledby="type:remove">
      <h2 id="type:remove">Remove it</h2>
      <Confirm
        ask="Remove this record type"
        question={`Remove “${many()}”? ${
          words.isFixed(props.spot.path) ? 'Families that name it are then refused. ' : ''
        }Undo brings it back.`}
        yes="Yes, remove"
        no="Leave it"
        onYes={() => {
          const gone = props.spot.path;
          navigate(draftAddress(rules.editing.draft().id, 'record-types'));
          changeAll(rules.top, 'Remove a record type', [{ remove: gone }]);
        }}
      />
    </section>
  );
}

function RecordType(props: TypeProps) {
  const rules = useRules();
  const limits = () => memberOf(props.spot.value(), 'limits');
  return (
    <>
      <p class={styles.sentence}>
        <strong>{typeCalled(props.spot.value(), props.id, 'one')}</strong>:{' '}
        {recordTypeInWords(props.spot.value())}
      </p>
      <WhatItIs {...props} />
      <section class={controls.stack} aria-labelledby="type:fields">
        <h2 id="type:fields">Fields</h2>
        <p>What a record says beside its days and whose it is, in the order in which it is asked.</p>
        <FieldList
          spot={props.spot.at('fields')}
          everywhere={false}
          elsewhere={keysOf(memberOf(rules.document(), 'everyRecord'))}
          onRename={(from, to) => {
            const { path } = props.spot;
            changeAll(
              props.spot,
              'Change the id of a field',
              renameField({ path, limits: limits(), from, to }),
            );
          }}
        />
      </section>
      <section class={controls.stack} aria-labelledby="type:limits">
        <h2 id="type:limits">Limits</h2>
        <p>Numbers of one record that together cannot be more than another of its numbers.</p>
        <LimitList spot={props.spot} />
      </section>
      <SourceControl spot={props.spot.at('source')} optional />
      <MeansForFamilies place={props.spot.pointer} />
      <Removal {...props} />
    </>
  );
}

/** One type of record: what it is called, how it lies in time, whose it is, and its fields. */
export function RecordTypeScreen() {
  const params = useParams<{ type: string }>();
  return (
    <VocabularyPart
      above={{ of: 'record-types', text: 'Record types' }}
      title={({ top }) => typeCalled(top.at('recordTypes', params.type).value(), params.type, 'many')}
    >
      {({ top }) => (
        <Found spot={top.at('recordTypes', params.type)} what="record type">
          {(spot) => <RecordType spot={spot} id={String(spot.path.at(-1))} />}
        </Found>
      )}
    </VocabularyPart>
  );
}
