import { readForm } from '../check/document.ts';
import { finding, inOrder, type Finding } from '../check/finding.ts';
import type { Diagnostic } from '../check/diagnostic.ts';
import { pointerOf } from '../pointer.ts';
import { quote } from '../quote.ts';
import { err, ok, type Result } from '../result.ts';
import { nearest } from '../suggest.ts';
import { findingsOfDays, withWindows } from './check-windows.ts';
import type { ClaimWindow } from './claim-windows.ts';
import { fraction, isSame, plus } from './fraction.ts';
import { schedule, type Part, type Schedule } from './schedule.ts';
import { wanting } from './wanting.ts';

/** What is found in a schedule beside what is found in any document. */
export const scheduleDiagnostics = {
  'unknown-column': 'the room of a lead begins with a column that there is not',
  'unknown-lead': 'another split names a lead that there is not',
  'shares-not-whole': 'the shares of the leads do not add up to all families',
  'claimable-before-leaving': 'a family would become claimable before it leaves the caseload',
} as const;

const none = fraction(0);

type Place = readonly (string | number)[];

function own(
  code: keyof typeof scheduleDiagnostics,
  pointer: string,
  told: { message: string; suggestion?: string | undefined },
): Finding {
  return { code, severity: 'error', pointer, message: told.message, suggestion: told.suggestion };
}

function twice(names: readonly string[], placeOf: (at: number) => Place, what: string): Finding[] {
  return names.flatMap((one, at) =>
    names.indexOf(one) === at
      ? []
      : [
          finding('duplicate-id', pointerOf(placeOf(at)), {
            message: `${quote(one)} is already the ${what}`,
          }),
        ],
  );
}

function overOne({ part, of }: Part, place: Place): Finding[] {
  if (part <= of) return [];
  return [
    finding('out-of-range', pointerOf([...place, 'part']), {
      message: `\`${part}\` of \`${of}\` is more than all of them`,
    }),
  ];
}

function notWhole(shares: readonly Part[], place: Place): Finding[] {
  const sum = shares.map(({ part, of }) => fraction(part, of)).reduce(plus, none);
  if (isSame(sum, fraction(1))) return [];
  const message = 'the shares of the leads do not add up to all families';
  return [own('shares-not-whole', pointerOf(place), { message, suggestion: wanting(sum, 'all families') })];
}

function ofLeads({ leads = [], columns }: Schedule): Finding[] {
  const labels = columns.map((column) => column.label);
  const rooms = leads.flatMap(({ room = [] }, lead) =>
    room.flatMap(({ from }, at) => {
      const place = pointerOf(['leads', lead, 'room', at, 'from']);
      const position = labels.indexOf(from);
      if (position < 0)
        return [
          own('unknown-column', place, {
            message: `no column is labelled ${quote(from)}`,
            suggestion: nearest(from, labels),
          }),
        ];
      const before = room[at - 1];
      return before === undefined || position > labels.indexOf(before.from)
        ? []
        : [
            finding('values-out-of-order', place, {
              message: `${quote(from)} is not after ${quote(before.from)}, which is listed before it`,
            }),
          ];
    }),
  );
  return [
    ...twice(
      leads.map(({ id }) => id),
      (at) => ['leads', at, 'id'],
      'id of a lead',
    ),
    ...rooms,
    ...(leads.length === 0
      ? []
      : notWhole(
          leads.map(({ share }) => share),
          ['leads'],
        )),
  ];
}

function ofOtherSplits({ leads = [], otherSplits = [] }: Schedule): Finding[] {
  const known = leads.map(({ id }) => id);
  const ofShares = otherSplits.flatMap(({ shares }, at) => {
    const place = ['otherSplits', at, 'shares'];
    return [
      ...shares.flatMap(({ lead }, share) =>
        known.includes(lead)
          ? []
          : [
              own('unknown-lead', pointerOf([...place, share, 'lead']), {
                message: `no lead is named ${quote(lead)}`,
                suggestion: nearest(lead, known),
              }),
            ],
      ),
      ...twice(
        shares.map(({ lead }) => lead),
        (share) => [...place, share, 'lead'],
        'lead of another share',
      ),
      ...notWhole(
        shares.map(({ share }) => share),
        place,
      ),
    ];
  });
  return [
    ...twice(
      otherSplits.map(({ id }) => id),
      (at) => ['otherSplits', at, 'id'],
      'id of another split',
    ),
    ...ofShares,
  ];
}

/**
 * A schedule that can be projected, or everything wrong with it. One that names whose claim windows it means has those of
 * `inForce` filled in. Never throws.
 */
export function checkSchedule(
  document: unknown,
  inForce: readonly ClaimWindow[] = [],
): Result<Schedule, Diagnostic[]> {
  const read = readForm(schedule, document);
  if (!read.ok) return read;
  const given = read.value;
  const filled = withWindows(given, inForce);
  const { columns, scenarios = [], funded } = given;
  const findings = [
    ...twice(
      columns.map((column) => column.label),
      (at) => ['columns', at, 'label'],
      'label of a column',
    ),
    ...ofLeads(given),
    ...ofOtherSplits(given),
    ...findingsOfDays(given, filled, inForce),
    ...twice(
      scenarios.map(({ id }) => id),
      (at) => ['scenarios', at, 'id'],
      'id of a scenario',
    ),
    ...scenarios.flatMap(({ claimed }, at) => overOne(claimed, ['scenarios', at, 'claimed'])),
    ...(funded === undefined ? [] : overOne(funded, ['funded'])),
    ...(given.claimableAfter < given.leavesAfter
      ? [
          own('claimable-before-leaving', '/claimableAfter', {
            message: 'a family becomes claimable no earlier than it leaves the caseload',
            suggestion: String(given.leavesAfter),
          }),
        ]
      : []),
  ];
  return findings.length > 0 ? err(inOrder(findings)) : ok(filled);
}
