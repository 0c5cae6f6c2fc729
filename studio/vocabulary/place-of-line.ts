/** The part of a vocabulary draft in which what stands at these steps from its top is edited. */
export function partOfVocabulary([first, name]: readonly string[]): string {
  if (first === 'recordTypes') return name === undefined ? 'record-types' : `record-types/${name}`;
  if (first === 'everyRecord') return 'every-record';
  return first === 'roles' || first === 'schoolAge' ? 'members' : 'vocabulary';
}
