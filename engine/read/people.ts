import type { Members } from '../document/condition.ts';
import { listInWords } from './figures.ts';
import { inTermsWords } from './periods.ts';
import { agesWords } from './selection.ts';
import type { Reader } from './values.ts';
import { listed, plain, say, value, type Words } from './words.ts';

/** "parent, carer or other adult"; "member" where every role is meant. */
export function rolesText({ vocabulary }: Reader, role: string | readonly string[] | undefined): string {
  if (role === undefined) return 'member';
  const labels = [role].flat().map((id) => vocabulary.roles.find((one) => one.id === id)?.label ?? id);
  return listInWords(labels, 'or');
}

/** Whom a quantifier ranges over, without an article; whoever its `where` lets in “counts”. */
export function peopleWords(reader: Reader, members: Members): Words {
  const { role, resident, aged, schoolAge, where } = members;
  const ages = aged === undefined ? [] : say` ${agesWords(reader, aged)}`;
  const school = schoolAge && say`of compulsory school age ${inTermsWords(reader, schoolAge)}`;
  const whom = say`${value(rolesText(reader, role))}${ages}`;
  if (where === undefined && resident === undefined) return school ? say`${whom} ${school}` : whom;
  const clauses = [
    ...(resident === undefined
      ? []
      : [value(resident ? 'lives with the family' : 'does not live with the family')]),
    ...(school === undefined ? [] : [say`was ${school}`]),
    ...(where === undefined ? [] : [plain('counts')]),
  ];
  return say`${whom} who ${listed(clauses)}`;
}

/** How a member already spoken of is called again. */
export function thatOne(members: Members | undefined): string {
  if (members?.role === undefined) return 'that member';
  const roles = [members.role].flat();
  return roles.length === 1 && roles[0] === 'child' ? 'that child' : 'that person';
}
