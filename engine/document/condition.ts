import * as z from 'zod';
import { forms } from './forms.ts';
import { label, name, nodeId } from './names.ts';
import { roles } from './fact.ts';
import { number, parameterReference, type NumberValue } from './parameter.ts';
import { source } from './source.ts';
import { termWindow } from './time-window.ts';

/** The closed operator table; each is what json-rules-engine calls it. */
export const operatorName = z.enum([
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
]);
export type OperatorName = z.infer<typeof operatorName>;

const node = {
  /** Absent, it is derived from the place: the owner's id, then the fact, the reference or the keyword. */
  id: nodeId.optional(),
  label: label.optional(),
  source: source.optional(),
};

const literal = z.union([z.number(), z.boolean(), z.string().max(80)]);

const reference = z.strictObject({ ...node, condition: name });
const comparison = z.strictObject({
  ...node,
  fact: name,
  operator: operatorName,
  value: z.union([literal, parameterReference]),
});
const setting = z.strictObject({ ...node, parameter: name, operator: operatorName, value: literal });

export type Comparison = z.infer<typeof comparison>;
export type Setting = z.infer<typeof setting>;
type Place = z.infer<z.ZodObject<typeof node, z.core.$strict>>;

const range = {
  role: roles.optional(),
  resident: z.boolean().optional(),
  /** Age in whole years on the day looked from: `from` is the youngest in, `below` the youngest out. */
  aged: z.strictObject({ from: number.optional(), below: number.optional() }).optional(),
  /** Of compulsory school age in any of these terms. */
  schoolAge: termWindow.optional(),
};

/** A recursive type cannot be inferred from the schema that it types, so the children alone are written twice. */
export type Members = z.infer<z.ZodObject<typeof range, z.core.$strict>> & { where?: Condition | undefined };
export type AtLeast = Place & {
  atLeast: NumberValue;
  of: Condition[];
  cap?: { members: Members; atMost: NumberValue } | undefined;
};
export type Condition =
  | (Place & { all: Condition[] })
  | (Place & { any: Condition[] })
  | (Place & { not: Condition })
  | AtLeast
  | (Place & { some: Members; satisfies: Condition })
  | (Place & { every: Members; satisfies: Condition })
  | z.infer<typeof reference>
  | Comparison
  | Setting;

const child: z.ZodType<Condition> = z.lazy(() => condition);
const children = z.array(child).min(1).max(100);

/** Whom a quantifier ranges over: members who belong to the family on the day looked from, and all that is said here. */
export const members: z.ZodType<Members> = z.strictObject({ ...range, where: child.optional() });

/** A place in a rule: a group, a quantifier over members, a reference to a criterion or outcome, or one comparison. */
export const condition = forms([
  z.strictObject({ ...node, all: children }),
  z.strictObject({ ...node, any: children }),
  z.strictObject({ ...node, not: child }),
  z.strictObject({
    ...node,
    atLeast: number,
    of: children,
    /** No one member of these may be what meets more than `atMost` of the conditions. */
    cap: z.strictObject({ members, atMost: number }).optional(),
  }),
  z.strictObject({ ...node, some: members, satisfies: child }),
  z.strictObject({ ...node, every: members, satisfies: child }),
  reference,
  comparison,
  setting,
]);
