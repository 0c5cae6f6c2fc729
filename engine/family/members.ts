import type { Vocabulary } from '../document/vocabulary.ts';
import { quote } from '../quote.ts';
import { BEFORE_ALL, ONGOING, type Member } from './family.ts';
import { keysOf, listOf, slotsOf } from './keys.ts';
import { familyLimits } from './limits.ts';
import type { Reading } from './reading.ts';
import { oneOf, optional, readDay, readName, readYesNo, wrongType, type Read } from './value.ts';

export const memberKeys = keysOf(
  'a member',
  slotsOf(['id', 'role'], ['dateOfBirth', 'resident', 'joinedOn', 'leftOn', 'personRef']),
);

const optionalDay = optional(readDay);
const optionalYesNo = optional(readYesNo);
const optionalName = optional(readName);

function positionsOf(members: readonly Member[], reading: Reading): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  reading.enter('members');
  for (const { id, index } of members) {
    if (positions.has(id)) {
      reading.enter(index);
      reading.report('id', { code: 'duplicate-id', message: `two members have the id ${quote(id)}` });
      reading.leave();
    } else if (id !== '') positions.set(id, index);
  }
  reading.leave();
  return positions;
}

/** Reads the list of members, and makes them known to the records that name them. */
export function memberReader(vocabulary: Vocabulary): Read<readonly Member[]> {
  const readRole = oneOf(
    vocabulary.roles.map(({ id }) => id),
    'unknown-role',
    'role',
  );
  const readMembers = listOf<Member>({
    keys: memberKeys,
    most: familyLimits.members,
    read: (object, index, reading) => {
      const joinedOn = optionalDay(object['joinedOn'], 'joinedOn', reading) ?? BEFORE_ALL;
      const leftOn = optionalDay(object['leftOn'], 'leftOn', reading) ?? ONGOING;
      if (leftOn <= joinedOn) {
        const message = '`leftOn` is the first day no longer a member: it must come after `joinedOn`';
        reading.report('leftOn', { code: 'to-not-after-from', message });
      }
      optionalName(object['personRef'], 'personRef', reading);
      return {
        index,
        id: readName(object['id'], 'id', reading) ?? '',
        role: readRole(object['role'], 'role', reading) ?? '',
        dateOfBirth: optionalDay(object['dateOfBirth'], 'dateOfBirth', reading),
        resident: optionalYesNo(object['resident'], 'resident', reading),
        joinedOn,
        leftOn,
      };
    },
  });
  return (value, key, reading) => {
    const members = readMembers(value, key, reading);
    if (members === undefined) return undefined;
    if (Array.isArray(value) && value.length === 0) {
      reading.report(key, { code: 'no-members', message: 'a family must have at least one member' });
    }
    const positions = positionsOf(members, reading);
    if (positions.size > 0) reading.members = positions;
    return members;
  };
}

/** The position of the member named. Names are not judged where no list of members could be read. */
export const readMemberNamed: Read<number> = (value, key, reading) => {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') {
    reading.report(key, wrongType(quote(key), 'the id of a member', value));
    return undefined;
  }
  if (reading.members === undefined) return undefined;
  const position = reading.members.get(value);
  if (position === undefined) {
    const near = [value, reading.members.keys()] as const;
    reading.report(key, { code: 'unknown-member', message: `no member has the id ${quote(value)}`, near });
  }
  return position;
};
