import { entriesOf, idOf, listOf, memberOf, same, textOf } from '../../editor/value.ts';
import { pointerOf } from '../../engine.ts';
import { asBefore, type Consequence, otherwise, refused } from './consequence.ts';
import { amountInWords, calledBy, saidBy, typeInWords, units } from '../in-words.ts';

interface Compared {
  readonly was: unknown;
  readonly now: unknown;
}

/** A field that is there on both sides. */
interface FieldCompared extends Compared {
  readonly pointer: string;
  /** What a record of it is called, with its article: "a record of offences". */
  readonly record: string;
  /** What the field is called, in quotation marks. */
  readonly called: string;
}

const flag = (field: unknown, name: string) => memberOf(field, name) === true;
const bound = (field: unknown, name: string): number => {
  const value = memberOf(field, name);
  return typeof value === 'number' ? value : Infinity;
};

/** What differs between two lists of things that have ids. */
export function idsApart({ was, now }: Compared) {
  const [before, after] = [listOf(was), listOf(now)];
  const missing = (from: readonly unknown[], there: readonly unknown[]) => {
    const ids = new Set(there.map(idOf));
    return from.filter((one) => !ids.has(idOf(one)));
  };
  return { gone: missing(before, after), added: missing(after, before) };
}

function ofValues({ was, now, pointer, record, called }: FieldCompared): Consequence[] {
  const { gone, added } = idsApart({ was: memberOf(was, 'values'), now: memberOf(now, 'values') });
  const said = (one: unknown) => `“${calledBy(one, idOf(one))}”`;
  return [
    ...gone.map((one) =>
      refused(`${pointer}/values`, `${record} is refused where ${called} is ${said(one)}, which is gone`),
    ),
    ...added.map((one) => asBefore(`${pointer}/values`, `${called} can also be ${said(one)}`)),
  ];
}

function ofNumber({ was, now, pointer, record, called }: FieldCompared): Consequence[] {
  const [before, after] = [bound(was, 'max'), bound(now, 'max')];
  const unit = memberOf(now, 'unit');
  const unitChanged = unit !== memberOf(was, 'unit');
  return [
    ...(after < before
      ? [
          refused(
            `${pointer}/max`,
            `${record} is refused where ${called} is more than ${amountInWords(after, unit)}`,
          ),
        ]
      : []),
    ...(after > before
      ? [otherwise(`${pointer}/max`, `where ${called} is not known, it may be more than before`)]
      : []),
    ...(unitChanged
      ? [
          otherwise(
            `${pointer}/unit`,
            `numbers that are written as ${called} stay as they are, and mean ${saidBy(units, unit)}`,
          ),
        ]
      : []),
  ];
}

function ofLength({ was, now, pointer, record, called }: FieldCompared): Consequence[] {
  const [before, after] = [bound(was, 'maxLength'), bound(now, 'maxLength')];
  if (after >= before) return [];
  const sentence = `${record} is refused where ${called} is longer than ${after} characters`;
  return [refused(`${pointer}/maxLength`, sentence)];
}

const written = ['kind', 'day', 'text'];

/** A field that is of another type: what is written as text can be read where it happens to suit. */
function ofOtherType(compared: FieldCompared): Consequence[] {
  const { was, now, pointer, record, called } = compared;
  const [before, after] = [textOf(memberOf(was, 'type')), textOf(memberOf(now, 'type'))];
  const place = `${pointer}/type`;
  if (!written.includes(before) || !written.includes(after))
    return [refused(place, `every record that says ${called} is refused: it is ${typeInWords(now)} now`)];
  if (after === 'text')
    return [otherwise(place, `what is written as ${called} is read as text`), ...ofLength(compared)];
  return [refused(place, `${record} is refused where ${called} is not ${typeInWords(now)}`)];
}

function ofType(compared: FieldCompared): Consequence[] {
  const type = memberOf(compared.now, 'type');
  if (type !== memberOf(compared.was, 'type')) return ofOtherType(compared);
  if (type === 'kind') return ofValues(compared);
  if (type === 'count') return ofNumber(compared);
  return type === 'text' ? ofLength(compared) : [];
}

function ofRequired({ was, now, pointer, record, called }: FieldCompared): Consequence[] {
  const [before, after] = [flag(was, 'required'), flag(now, 'required')];
  if (before === after) return [];
  const place = `${pointer}/required`;
  if (after) return [refused(place, `${record} that does not say ${called} is refused`)];
  return [asBefore(place, `${record} need no longer say ${called}`)];
}

/** Null is "known to have no value" where a field is nullable; else no more than silence, or wrong where it must be said. */
function ofNull({ was, now, pointer, record, called }: FieldCompared): Consequence[] {
  const [before, after] = [flag(was, 'nullable'), flag(now, 'nullable')];
  if (before === after) return [];
  const place = `${pointer}/nullable`;
  if (after && flag(was, 'required'))
    return [asBefore(place, `${record} can also say that it is known to have no ${called}`)];
  if (after)
    return [
      otherwise(place, `an empty ${called} (null) says that there is known to be none; it was not known`),
    ];
  if (flag(now, 'required'))
    return [refused(place, `${record} is refused where ${called} is known to be none (null)`)];
  return [otherwise(place, `where ${called} was known to be none (null), it is now not known`)];
}

function ofNewField(field: unknown, { pointer, record, called }: Omit<FieldCompared, 'was' | 'now'>) {
  if (flag(field, 'required'))
    return refused(
      pointer,
      `${record} that is written already is refused, because it does not say ${called}`,
    );
  return asBefore(pointer, `of records that are written already, ${called} is not known`);
}

/** What changes of fields mean for records that were written before; `record` is one of them, with its article. */
export function fieldConsequences(
  { was, now }: Compared,
  { pointer, record }: { readonly pointer: string; readonly record: string },
): readonly Consequence[] {
  const quoted = (field: unknown, name: string) => `“${calledBy(field, name)}”`;
  const gone = entriesOf(was)
    .filter(([name]) => memberOf(now, name) === undefined)
    .map(([name, field]) =>
      refused(pointer, `${record} that says ${quoted(field, name)} is refused: there is no such field`),
    );
  const others = entriesOf(now).flatMap(([name, field]): readonly Consequence[] => {
    const before = memberOf(was, name);
    const about = { pointer: pointer + pointerOf([name]), record, called: quoted(field, name) };
    if (before === undefined) return [ofNewField(field, about)];
    if (same(before, field)) return [];
    const compared = { was: before, now: field, ...about };
    return [...ofType(compared), ...ofRequired(compared), ...ofNull(compared)];
  });
  return [...gone, ...others];
}
