import type { Fact } from '../document/fact.ts';
import type { NumberValue } from '../document/parameter.ts';
import type { Anchor, RelativeWindow, TermWindow, TimeWindow } from '../document/time-window.ts';
import { testsWords } from './selection.ts';
import { counted, numberWords, yesNoWords, type Reader } from './values.ts';
import { say, value, type Words } from './words.ts';

/** What follows "after", "before" and "since". */
export function anchorWords(reader: Reader, anchor: Anchor): Words {
  if (anchor === 'attachedOn') return say`the family was attached`;
  if (anchor === 'closedOn') return say`the family’s case was closed`;
  const [order, type] = 'first' in anchor ? ['first', anchor.first] : ['last', anchor.last];
  const label = reader.vocabulary.recordTypes[type]?.label.one ?? type;
  return say`the ${order} ${label}${testsWords(reader, type, anchor.where)}`;
}

function onAnchor(reader: Reader, anchor: Anchor): Words {
  const of = typeof anchor === 'string' ? '' : 'of ';
  return say` on the day ${of}${anchorWords(reader, anchor)}`;
}

function lengthWords(reader: Reader, count: NumberValue, unit: string): Words {
  return numberWords(reader, count, (number) => counted(number, unit));
}

type Span = readonly [NumberValue, string];

function spanOf(window: RelativeWindow): Span {
  if ('lastDays' in window) return [window.lastDays, 'days'];
  if ('lastWeeks' in window) return [window.lastWeeks, 'weeks'];
  return 'lastMonths' in window ? [window.lastMonths, 'months'] : [window.lastYears, 'years'];
}

function guardWords(reader: Reader, notBefore: Anchor | undefined): Words {
  return notBefore === undefined ? [] : say`, all of them since ${anchorWords(reader, notBefore)}`;
}

const dayItself = { yes: ', that day included', no: ' before that day' };

function relativeWords(reader: Reader, window: RelativeWindow): Words {
  const [count, unit] = spanOf(window);
  const includes = yesNoWords(reader, window.includes, dayItself);
  const first = window.includesFirst ?? true;
  const includesFirst = yesNoWords(reader, first, {
    yes: first === true ? '' : ' and the first day too',
    no: ', the first day not counted',
  });
  const length = lengthWords(reader, count, unit);
  return say` in the last ${length}${includes}${includesFirst}${guardWords(reader, window.notBefore)}`;
}

/** "the last 3 completed terms". */
export function termWords(reader: Reader, window: TermWindow): Words {
  const part = window.partTerm ?? false;
  if (window.lastTerms === 1 && typeof part === 'boolean') {
    const term = part ? 'the term in progress or, between terms, the last one' : 'the last completed term';
    return say`${value(term)}${guardWords(reader, window.notBefore)}`;
  }
  const completed = yesNoWords(reader, part, { yes: '', no: ' completed' });
  const including = yesNoWords(reader, part, { yes: ', the one in progress included', no: '' });
  const dated = typeof part === 'object' && completed.length > 1;
  const count = numberWords(reader, window.lastTerms);
  const tail = dated ? say`, the one in progress included${including}` : including;
  return say`the last ${count}${dated ? [] : completed} terms${tail}${guardWords(reader, window.notBefore)}`;
}

/** "in any of the last 3 completed terms". */
export function inTermsWords(reader: Reader, window: TermWindow): Words {
  return say`in ${window.lastTerms === 1 ? '' : 'any of '}${termWords(reader, window)}`;
}

function afterWords(reader: Reader, window: Extract<TimeWindow, { after: unknown }>): Words {
  const [count, unit]: Span =
    'days' in window
      ? [window.days, 'days']
      : 'weeks' in window
        ? [window.weeks, 'weeks']
        : [window.months, 'months'];
  return say` in the ${lengthWords(reader, count, unit)} after ${anchorWords(reader, window.after)}`;
}

/** When a fact looks, with a space before it: " in the last 12 months, that day included". */
export function windowWords(reader: Reader, window: TimeWindow): Words {
  if ('lastTerms' in window) return say` over ${termWords(reader, window)}`;
  if ('after' in window) return afterWords(reader, window);
  if ('before' in window) {
    const length = lengthWords(reader, window.months, 'months');
    return say` in the ${length} before ${anchorWords(reader, window.before)}`;
  }
  if ('on' in window) return window.on === 'lookedFrom' ? say` on that day` : onAnchor(reader, window.on);
  if ('since' in window) {
    const until = yesNoWords(reader, window.includes, { yes: '', no: ' and before that day' });
    return say` since ${anchorWords(reader, window.since)}${until}`;
  }
  if ('ever' in window) {
    return say` at any time${yesNoWords(reader, window.includes, { yes: '', no: ' before that day' })}`;
  }
  return relativeWords(reader, window);
}

/** What a fall is measured from. */
export function baselineWords(
  reader: Reader,
  baseline: Extract<Fact, { reduction: unknown }>['baseline'],
): Words {
  if ('before' in baseline) {
    const length = lengthWords(reader, baseline.months, 'months');
    return say`the ${length} before ${anchorWords(reader, baseline.before)}`;
  }
  const [count, unit]: Span =
    'days' in baseline
      ? [baseline.days, 'days']
      : 'weeks' in baseline
        ? [baseline.weeks, 'weeks']
        : [baseline.months, 'months'];
  return say`the ${lengthWords(reader, count, unit)} before them`;
}

/** " on the day the family was attached": the day an age is taken. */
export function ageDayWords(reader: Reader, age: 'lookedFrom' | Anchor): Words {
  return age === 'lookedFrom' ? say` on that day` : onAnchor(reader, age);
}
