import type { Diagnostic } from '../check/diagnostic.ts';
import { readForm } from '../check/document.ts';
import { finding, inOrder, type Finding } from '../check/finding.ts';
import { checkSources } from '../check/sources.ts';
import { pointerOf } from '../pointer.ts';
import { quote } from '../quote.ts';
import { err, ok, type Result } from '../result.ts';
import { nearest } from '../suggest.ts';
import { parseDay } from '../time/civil-date.ts';
import { fraction, isAtLeast, isSame, plus, textOf } from './fraction.ts';
import { programme, type Programme, type Quantity, type Release, type Split } from './programme-document.ts';
import type { Part } from './schedule.ts';
import { wanting } from './wanting.ts';

/** What is found in a programme beside what is found in any document. */
export const programmeDiagnostics = {
  'unknown-target': 'a release goes by a target that there is not',
  'shares-not-whole': 'the shares of a split do not add up to the whole',
  'bands-out-of-order': 'a band of a release does not begin below the one before it',
  'no-lowest-band': 'the last band of a release does not begin at nothing',
} as const;

type Place = readonly (string | number)[];

function own(
  code: keyof typeof programmeDiagnostics,
  place: Place,
  told: { readonly message: string; readonly suggestion?: string | undefined },
): Finding {
  const { message, suggestion } = told;
  return { code, severity: 'error', pointer: pointerOf(place), message, suggestion };
}

const exact = ({ part, of }: Part) => fraction(part, of);
const whole = fraction(1);
const none = fraction(0);

function overWhole({ part, of }: Part, place: Place): Finding[] {
  if (part <= of) return [];
  const message = `\`${part}\` of \`${of}\` is more than all of it`;
  return [finding('out-of-range', pointerOf([...place, 'part']), { message })];
}

function twice(things: readonly { readonly id: string }[], place: Place): Finding[] {
  const ids = things.map(({ id }) => id);
  return ids.flatMap((id, at) => {
    if (ids.indexOf(id) === at) return [];
    const message = `${quote(id)} is already the id of another in this list`;
    return [finding('duplicate-id', pointerOf([...place, at, 'id']), { message })];
  });
}

function ofQuantities(quantities: readonly Quantity[], place: Place): Finding[] {
  return quantities.flatMap((one, at) =>
    'share' in one ? overWhole(one.share, [...place, at, 'share']) : [],
  );
}

function ofTargets({ targets = [] }: Programme): Finding[] {
  return targets.flatMap(({ expected = [], figures = [] }, at) => [
    ...ofQuantities(expected, ['targets', at, 'expected']),
    ...ofQuantities(figures, ['targets', at, 'figures']),
  ]);
}

function ofStatements({ statements = [] }: Programme): Finding[] {
  return statements.flatMap(({ said }, at) =>
    said.flatMap(({ on = '' }, position) => {
      if (on.length <= '2013-07'.length || parseDay(on) !== undefined) return [];
      const message = `${quote(on)} is not a day that exists`;
      return [finding('not-a-day', pointerOf(['statements', at, 'said', position, 'on']), { message })];
    }),
  );
}

function ofSplit({ shares }: Split, place: Place): Finding[] {
  const listed = [...place, 'shares'];
  const sum = shares.map(({ share }) => exact(share)).reduce(plus, none);
  const message = `these shares add up to \`${textOf(sum)}\` of the whole, and not to all of it`;
  return [
    ...twice(shares, listed),
    ...(isSame(sum, whole)
      ? []
      : [own('shares-not-whole', listed, { message, suggestion: wanting(sum, 'the whole') })]),
  ];
}

function ofBands({ bands }: Release, place: Place): Finding[] {
  const last = bands.length - 1;
  return bands.flatMap(({ from, released }, at) => {
    const here = [...place, 'bands', at];
    const before = bands[at - 1];
    const outOfOrder = before !== undefined && isAtLeast(exact(from), exact(before.from));
    const ends = at !== last || from.part === 0;
    const order = 'this band does not begin below the one before it';
    const lowest = 'the last band does not begin at nothing, so that below it nothing is said';
    const suggestion = `\`0\` of \`${from.of}\``;
    return [
      ...overWhole(released, [...here, 'released']),
      ...(outOfOrder ? [own('bands-out-of-order', [...here, 'from'], { message: order })] : []),
      ...(ends ? [] : [own('no-lowest-band', [...here, 'from'], { message: lowest, suggestion })]),
    ];
  });
}

function ofReleases({ releases = [], targets = [] }: Programme): Finding[] {
  const ids = targets.map(({ id }) => id);
  return releases.flatMap((release, at) => {
    const { performance } = release;
    const message = `no target is named ${quote(performance)}`;
    const unknown = own('unknown-target', ['releases', at, 'performance'], {
      ...{ message, suggestion: nearest(performance, ids) },
    });
    return [...(ids.includes(performance) ? [] : [unknown]), ...ofBands(release, ['releases', at])];
  });
}

const lists = ['targets', 'statements', 'funding', 'splits', 'releases', 'allowances'] as const;

/** A programme that can be added up, or everything wrong with it. Never throws. */
export function checkProgramme(document: unknown): Result<Programme, Diagnostic[]> {
  const read = readForm(programme, document);
  if (!read.ok) return read;
  const given = read.value;
  const findings = [
    ...lists.flatMap((list) => twice(given[list] ?? [], [list])),
    ...ofTargets(given),
    ...ofStatements(given),
    ...(given.splits ?? []).flatMap((split, at) => ofSplit(split, ['splits', at])),
    ...ofReleases(given),
    ...checkSources(given, given.sources),
  ];
  return findings.length > 0 ? err(inOrder(findings)) : ok(given);
}
