import { createSignal } from 'solid-js';
import { DateFields } from '../ui/date-fields.tsx';
import { isoDay, keptDay, typedDay } from '../ui/day-text.ts';
import { FileField } from '../ui/file-field.tsx';
import { type Document, documentIn } from './create-sent.ts';

/** A family whose records are counted, given beside a document, with the day they are seen on. */
export function createFamilyGiven() {
  const [files, setFiles] = createSignal<readonly File[]>([]);
  const [asOf, setAsOf] = createSignal('');
  return {
    ...{ files, asOf, setAsOf },
    // because the last that is chosen is the one that is meant
    choose: (chosen: readonly File[]) => setFiles(chosen.slice(-1)),
    /** A document with the family and the day beside what it holds, or why it cannot be sent. */
    beside: async (document: Document): Promise<Document | string> => {
      const [file] = files();
      const isDayGiven = asOf().replaceAll('/', '') !== '';
      const seen = isoDay(asOf());
      if (isDayGiven && seen === undefined) return 'the day the records are seen on is not a day that exists';
      const day = isDayGiven ? { asOf: seen } : {};
      if (file === undefined) return { ...document, ...day };
      const family = documentIn(await file.text());
      return family === undefined
        ? 'the file of the family is not a JSON document'
        : { ...document, ...day, family };
    },
  };
}

/** The fields of a family that may be given. */
export function FamilyGiven(props: { readonly given: ReturnType<typeof createFamilyGiven> }) {
  return (
    <>
      <FileField
        id="costs-family"
        label="Family, where its records are counted"
        hint="A JSON file of one family. The unit costs say what of its records they count, and the phases of which days."
        error={undefined}
        accept=".json"
        files={props.given.files()}
        onChange={props.given.choose}
      />
      <DateFields
        id="costs-as-of"
        legend="The day its records are seen on"
        hint="Nothing dated after it is seen. A family needs it."
        value={typedDay(props.given.asOf())}
        error={undefined}
        onChange={(next) => {
          props.given.setAsOf(keptDay(next));
        }}
      />
    </>
  );
}
