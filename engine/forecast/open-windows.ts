import { readForm } from '../check/document.ts';
import type { Diagnostic } from '../check/diagnostic.ts';
import { inOrder, type Finding } from '../check/finding.ts';
import { pointerOf } from '../pointer.ts';
import type { ClaimWindow } from '../programme/claim-windows.ts';
import { findingsOfWindows, inOpeningOrder, type PlainWindow, windowList } from '../programme/window-list.ts';
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

/** The claim windows of a programme and phase, as a document that `checkForecastWindows` takes. */
export function windowsFor(
  { programme, phase }: Pick<ClaimWindow, 'programme' | 'phase'>,
  inForce: readonly ClaimWindow[],
): { readonly windows: PlainWindow[] } {
  const own = inForce.filter((one) => one.programme === programme && one.phase === phase);
  const windows = own.map(({ id, label, opens, closes, source: { standing } }) => ({
    ...{ id, label, opens, closes, standing },
  }));
  return { windows };
}

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
  const latest = formatDay(addDays(asOf, MOST_AHEAD));
  const far = windows.flatMap(({ closes }, at) =>
    closes <= latest
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
