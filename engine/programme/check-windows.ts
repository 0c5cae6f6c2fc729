import { finding, type Finding } from '../check/finding.ts';
import { pointerOf } from '../pointer.ts';
import { quote } from '../quote.ts';
import { nearest } from '../suggest.ts';
import type { ClaimWindow } from './claim-windows.ts';
import type { Schedule } from './schedule.ts';
import { findingsOfWindows, overlapsIn, windowsFor } from './window-list.ts';

/** What is found in the days and windows of a schedule beside what is found in any document. */
export const scheduleWindowDiagnostics = {
  'windows-twice': 'a schedule both lists windows and names whose it means',
  'unknown-windows': 'there are no windows in force of a programme and phase',
  'days-missing': 'claims are made in windows, and a column does not say on which day it begins',
} as const;

function own(
  code: keyof typeof scheduleWindowDiagnostics,
  pointer: string,
  told: { message: string; suggestion?: string | undefined },
): Finding {
  return { code, severity: 'error', pointer, message: told.message, suggestion: told.suggestion };
}

const named = ({ programme, phase }: NonNullable<Schedule['windowsOf']>) => `${programme}, phase ${phase}`;

/** A schedule that names whose windows it means, with those in force; as it is where it names none or there are none. */
export function withWindows(given: Schedule, inForce: readonly ClaimWindow[]): Schedule {
  const { windowsOf, windows } = given;
  if (windowsOf === undefined || windows !== undefined) return given;
  const filled = windowsFor(windowsOf, inForce);
  return filled.length === 0 ? given : { ...given, windows: filled };
}

function ofNames(given: Schedule, filled: Schedule, inForce: readonly ClaimWindow[]): Finding[] {
  const { windowsOf, windows } = given;
  if (windowsOf === undefined) return windows === undefined ? [] : findingsOfWindows(windows);
  if (windows !== undefined) {
    const message = 'a schedule lists its windows or names whose it means, not both';
    return [own('windows-twice', '/windowsOf', { message, suggestion: 'windows' })];
  }
  if (filled.windows !== undefined) return overlapsIn(filled.windows, () => ['windowsOf']);
  const message = `no claim windows are in force of ${quote(named(windowsOf))}`;
  return [
    own('unknown-windows', '/windowsOf', {
      message,
      suggestion: nearest(named(windowsOf), [...new Set(inForce.map(named))]),
    }),
  ];
}

/** Days that do not ascend, and days that claim windows need and that are not there. */
function ofDays({ columns, to, windows, windowsOf }: Schedule): Finding[] {
  const needed = windows !== undefined || windowsOf !== undefined;
  const inColumns = columns.flatMap(({ from }, at) => {
    if (from === undefined)
      return needed
        ? [
            own('days-missing', pointerOf(['columns', at]), {
              message: 'claims are made in windows, and this column does not say on which day it begins',
              suggestion: 'from',
            }),
          ]
        : [];
    const before = columns.slice(0, at).findLast((one) => one.from !== undefined)?.from;
    if (before === undefined || before < from) return [];
    const message = `\`${from}\` is not after \`${before}\`, the first day of a column that is listed before it`;
    return [finding('values-out-of-order', pointerOf(['columns', at, 'from']), { message })];
  });
  const last = columns.findLast(({ from }) => from !== undefined)?.from;
  if (to === undefined)
    return needed
      ? [
          ...inColumns,
          own('days-missing', '', {
            message: 'claims are made in windows, and the schedule does not say when its last column ends',
            suggestion: 'to',
          }),
        ]
      : inColumns;
  if (last === undefined || last < to) return inColumns;
  const message = `\`${to}\` is not after \`${last}\`, the first day of the last column`;
  return [...inColumns, finding('to-not-after-from', '/to', { message })];
}

/** What is wrong with the days of a schedule and with its windows, listed or filled in. */
export function findingsOfDays(
  given: Schedule,
  filled: Schedule,
  inForce: readonly ClaimWindow[],
): Finding[] {
  return [...ofNames(given, filled, inForce), ...ofDays(given)];
}
