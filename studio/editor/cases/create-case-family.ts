import { createMemo } from 'solid-js';
import type { Change } from '../../draft/editing.ts';
import {
  type FamilyDocument,
  isObject,
  type Path,
  valueAt,
  withValue,
} from '../../family/family-document.ts';
import type { FamilyInForm } from '../../family/form-of-family.ts';
import { changeAll, type Spot } from '../spot.ts';
import { entriesOf, memberOf, textsOf } from '../value.ts';
import { givenWith, type Otherwise, otherwiseAfter } from './otherwise.ts';

type Put = readonly [path: Path, value: unknown];

const nothingToSettle = () => undefined;

/** A family in a form that takes several changes as one. */
function createInForm(
  document: () => FamilyDocument | undefined,
  change: (what: string, puts: readonly Put[]) => void,
): FamilyInForm {
  return {
    document,
    put: (what, path, value) => {
      change(what, [[path, value]]);
    },
    drop: (what, paths) => {
      change(
        what,
        paths.map((path) => [path, undefined]),
      );
    },
    // The draft’s own undo tells steps apart.
    settle: nothingToSettle,
  };
}

const familyAt = (spot: () => Spot) => () => {
  const value = spot().value();
  return isObject(value) ? value : undefined;
};

/** A family as it stands in the cases, changed there. */
export function createFamilyInCases(spot: () => Spot): FamilyInForm {
  const document = familyAt(spot);
  return createInForm(
    () => document(),
    (what, puts) => {
      const before = document();
      if (before === undefined) return;
      const changes = puts.flatMap(([path, value]): Change[] => {
        const place = [...spot().path, ...path];
        if (value !== undefined) return [{ set: place, value }];
        return valueAt(before, path) === undefined ? [] : [{ remove: place }];
      });
      changeAll(spot(), what, changes);
    },
  );
}

function saidIn(given: unknown): Otherwise {
  return {
    set: Object.fromEntries(entriesOf(memberOf(given, 'set'))),
    remove: textsOf(memberOf(given, 'remove')),
  };
}

const orNothing = (path: Path, value: unknown, isEmpty: boolean): Change =>
  isEmpty ? { remove: path } : { set: path, value };

/** The family that a case gives: what is changed of it is otherwise in this case alone. `used` is what the case uses. */
export function createFamilyOtherwise(given: () => Spot, used: () => Spot): FamilyInForm {
  const family = familyAt(used);
  const document = createMemo(() => {
    const whole = family();
    return whole === undefined ? undefined : givenWith(whole, saidIn(given().value()));
  });
  return createInForm(
    () => document(),
    (what, puts) => {
      const whole = family();
      const before = document();
      if (whole === undefined || before === undefined) return;
      const begun = { said: saidIn(given().value()), now: before };
      const { said } = puts.reduce((so, [path, value]) => {
        const next = withValue(so.now, path, value);
        return isObject(next) ? { said: otherwiseAfter(whole, so.said, { path, next }), now: next } : so;
      }, begun);
      changeAll(given(), what, [
        orNothing([...given().path, 'set'], said.set, Object.keys(said.set).length === 0),
        orNothing([...given().path, 'remove'], said.remove, said.remove.length === 0),
      ]);
    },
  );
}
