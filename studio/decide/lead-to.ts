import type { MissingDatum } from '../decision/missing-list.tsx';
import { pathOf } from '../decision/traced-in-words.ts';
import { objectsIn, valueAt } from '../family/family-document.ts';
import { focusAt, nearestControl, reach } from '../family/form-of-family.ts';
import { blankRecord } from '../family/record-types.ts';
import type { Mistake } from './asked.ts';
import type { Trial } from './create-trial.ts';

/** Leads to what is wrong: to its field where the form has one, or to its place in the JSON. */
export function followMistake(trial: Trial, { pointer, span }: Mistake) {
  const control = trial.way() === 'form' ? nearestControl(pointer) : undefined;
  if (control !== undefined) {
    reach(control);
    return;
  }
  trial.setWay('json');
  const text = document.getElementById('family');
  text?.focus();
  if (text instanceof HTMLTextAreaElement) text.setSelectionRange(span.start, span.end);
}

/** The place in the form of a datum that is missing; a row of a term is begun for it. */
function placeOf(trial: Trial, { recordType, member, field, record, terms }: MissingDatum) {
  const family = trial.family.document();
  const [term] = terms ?? [];
  const type =
    recordType === undefined ? undefined : trial.rules()?.checked.vocabulary.recordTypes[recordType];
  if (recordType !== undefined && type?.shape === 'term' && term !== undefined && field !== 'calendar') {
    const list = valueAt(family, ['records', recordType]);
    const at = Array.isArray(list) ? list.length : 0;
    trial.family.put(
      `Adding ${type.label.one}`,
      ['records', recordType, at],
      blankRecord(type, family, { member, term }),
    );
    const [required = 'term'] = Object.keys(type.fields);
    return ['records', recordType, at, required];
  }
  if (record !== undefined) return [...pathOf(record), ...(field === undefined ? [] : [field])];
  if (recordType !== undefined) return ['records', recordType];
  const at = objectsIn(family?.['members']).findIndex(({ id }) => id === member);
  return ['members', at, ...(field === undefined ? [] : [field])];
}

/** Leads to where a missing datum can be filled in, in the form. */
export function fillIn(trial: Trial, datum: MissingDatum) {
  if (trial.family.document() === undefined) return;
  trial.setWay('form');
  focusAt(placeOf(trial, datum));
}
