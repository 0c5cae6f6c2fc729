import { readingAddress, type VersionName } from '../addresses.ts';
import type { Edit } from '../api.ts';
import type { EditSide } from './edit-view.tsx';

/** Where a line of a version is read; what is said of the whole document has no line. */
const placeOf = (version: VersionName, { id, of }: Edit) =>
  of === 'ruleset' || of === 'source' ? readingAddress(version) : readingAddress(version, `${of}:${id}`);

/** The side of an edit that stands in a version. */
export function versionSide(as: 'Was' | 'Now', version: VersionName): EditSide {
  return { title: `${as}, in ${version.version}`, placeOf: (edit) => placeOf(version, edit) };
}
