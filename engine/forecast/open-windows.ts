import { readForm } from '../check/document.ts';
import type { Diagnostic } from '../check/diagnostic.ts';
import { inOrder, type Finding } from '../check/finding.ts';
import { pointerOf } from '../pointer.ts';
import type { ClaimWindow } from '../programme/claim-windows.ts';
import {
  findingsOfWindows,
  inOpeningOrder,
  type PlainWindow,
  windowList,
  windowsFor,
} from '../programme/window-list.ts';
import { err, ok, type Result } from '../result.ts';
import { addDays, formatDay, parseDay, type Day } from '../time/civil-date.ts';

/** Days looked ahead at most: ten years. */
const MOST_AHEAD = 3653;

/** What is found in the windows of a forecast beside what is found in any. */
export const forecastDiagnostics = {
  'no-window-left': 'every window has closed by the day asked about',
  'window-too-far': 'a window closes more than ten years after the day asked about',
} as const;

/** A claim window that has not closed by the day asked about; half-open. */
export interface OpenWindow extends Omit<PlainWindow, 'opens' | 'closes'> {
  readonly opens: Day;
  readonly closes: Day;
}

const latestFrom = (asOf: Day) => formatDay(addDays(asOf, MOST_AHEAD));

function daysOf(window: PlainWindow): OpenWindow {
  const [opens, closes] = [parseDay(window.opens), parseDay(window.closes)];
  if (opens === undefined || closes === undefined)
    throw new Error('invariant: the form has checked the days');
  return { ...window, opens, closes };
}

function own(code: keyof typeof forecastDiagnostics, pointer: string, message: string): Finding {
  return { code, severity: 'error', pointer, message, suggestion: undefined };
}

/**
 * The windows of a document that are open on a day or open after it, in order; those that have closed by then are left out. What is
 * wrong is found whole: windows that overlap, none left, one more than ten years on.
 */
export function checkForecastWindows(document: unknown, asOf: Day): Result<OpenWindow[], Diagnostic[]> {
  const read = readForm(windowList, document);
  if (!read.ok) return read;
  const { windows } = read.value;
  const far = windows.flatMap(({ closes }, at) =>
    closes <= latestFrom(asOf)
      ? []
      : [
          own(
            'window-too-far',
            pointerOf(['windows', at, 'closes']),
            `\`${closes}\` is more than ten years after \`${formatDay(asOf)}\`, the day asked about`,
          ),
        ],
  );
  const open = inOpeningOrder(windows).filter(({ closes }) => closes > formatDay(asOf));
  const none = `every window has closed by \`${formatDay(asOf)}\`: ask about an earlier day or add a window`;
  const left = open.length > 0 ? [] : [own('no-window-left', '/windows', none)];
  const findings = [...findingsOfWindows(windows), ...far, ...left];
  return findings.length > 0 ? err(inOrder(findings)) : ok(open.map(daysOf));
}

/** The windows to forecast over. */
export interface WindowsAhead {
  /** In order, none closed by the day asked about. */
  readonly open: readonly OpenWindow[];
  /** Left out, because they close more than ten years after it. */
  readonly tooFar: readonly PlainWindow[];
}

/**
 * The windows in force of a programme and phase that are open on a day or open after it. Those too far ahead are left out, as whoever
 * asks did not list them; where there are no others they are found wrong, as `checkForecastWindows` does.
 */
export function windowsAhead(
  of: Pick<ClaimWindow, 'programme' | 'phase'>,
  inForce: readonly ClaimWindow[],
  asOf: Day,
): Result<WindowsAhead, Diagnostic[]> {
  const windows = windowsFor(of, inForce);
  const near = windows.filter(({ closes }) => closes <= latestFrom(asOf));
  const some = near.some(({ closes }) => closes > formatDay(asOf));
  const open = checkForecastWindows({ windows: some ? near : windows }, asOf);
  if (!open.ok) return open;
  return ok({ open: open.value, tooFar: windows.filter((one) => !near.includes(one)) });
}
