type Identifier = string | number;

function identifiersOf(text: string | undefined): Identifier[] {
  return (text ?? '')
    .split('.')
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** A number is below a word (https://semver.org, 11.4.3). */
function compareIdentifiers(left: Identifier, right: Identifier): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'number') return -1;
  if (typeof right === 'number') return 1;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function compareLists(left: readonly Identifier[], right: readonly Identifier[]): number {
  for (const [at, identifier] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    const order = compareIdentifiers(identifier, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Semver precedence of two well-formed versions: a preview comes before what it previews. */
export function compareVersions(left: string, right: string): number {
  const [leftCore, ...leftPreview] = left.split('-');
  const [rightCore, ...rightPreview] = right.split('-');
  const core = compareLists(identifiersOf(leftCore), identifiersOf(rightCore));
  if (core !== 0) return core;
  if (leftPreview.length === 0 || rightPreview.length === 0) return rightPreview.length - leftPreview.length;
  return compareLists(identifiersOf(leftPreview.join('-')), identifiersOf(rightPreview.join('-')));
}
