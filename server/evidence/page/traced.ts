import type { Decision } from '../../../engine/index.ts';
import { type Content, html, table } from './html.ts';
import { reasonInWords, sourceInWords, verdictTag } from './said.ts';
import { recordAnchor, type Viewed } from './view.ts';

type Node = NonNullable<NonNullable<Decision['trace']>['nodes']>[number];

const nodesOf = ({ trace }: Decision): readonly Node[] => trace?.nodes ?? [];

/** What a place that compares nothing itself does with those below it. */
const folds: Readonly<Record<string, string>> = {
  all: 'All that stands below it must be met.',
  any: 'One that stands below it must be met.',
  not: 'What stands below it must not be met.',
  atLeast: 'So many that stand below it must be met.',
  some: 'For one member what stands below it must be met.',
  every: 'For every member what stands below it must be met.',
  condition: 'As another place of the rules says.',
};

/** A record as the family’s own table names it: `proven offences, 1`. */
function recordName(pointer: string, { vocabulary }: Viewed): string {
  const [, , type = '', place = '0'] = pointer.split('/');
  return `${vocabulary?.recordTypes[type]?.label.many ?? type}, ${String(Number(place) + 1)}`;
}

function recordLink(pointer: string, viewed: Viewed): Content {
  const name = recordName(pointer, viewed);
  if (viewed.family === undefined) return name;
  return html`<a href="#${recordAnchor(viewed.family, pointer)}">${name}</a>`;
}

const spaced = (items: readonly Content[]): Content =>
  items.map((item, at) => (at === 0 ? item : html`; ${item}`));

/** Every record that counted or may count, and where. */
export function witnessesOf(decision: Decision, viewed: Viewed): Content {
  const found = new Map<string, { counted: Set<string>; possible: Set<string> }>();
  const at = (pointer: string) => {
    const there = found.get(pointer) ?? { counted: new Set<string>(), possible: new Set<string>() };
    found.set(pointer, there);
    return there;
  };
  for (const node of nodesOf(decision)) {
    for (const pointer of node.witnesses ?? []) at(pointer).counted.add(node.node);
    for (const pointer of node.possibleWitnesses ?? []) at(pointer).possible.add(node.node);
  }
  const places = (set: ReadonlySet<string>) => [...set].join(', ');
  const rows = [...found].sort(([left], [right]) => (left < right ? -1 : 1));
  return html`<h3>Records that counted</h3>
    ${rows.length === 0 ? html`<p>No record of the family counted anywhere.</p>` : undefined}
    ${table({
      caption: 'Records of the family, and the places of the rules at which they counted',
      head: ['Record', 'Counted at', 'May count at'],
      rows: rows.map(([pointer, { counted, possible }]) => [
        recordLink(pointer, viewed),
        places(counted),
        places(possible),
      ]),
    })}`;
}

/** How every place of the rules came to its verdict. */
export function traceOf(decision: Decision, viewed: Viewed): Content {
  const sources = viewed.ruleset?.sources ?? {};
  return html`<h3>Every place of the rules</h3>
    ${table({
      kind: 'trace',
      caption: 'The full trace, in the order of the rules',
      head: ['Place', 'Verdict', 'What was found', 'Source'],
      rows: nodesOf(decision).map(
        ({ node, member, verdict, kind, reason, source, parameter, parameterSource }) => [
          member === undefined ? html`<code>${node}</code>` : html`<code>${node}</code> of ${member}`,
          verdictTag(verdict),
          reason === undefined ? (folds[kind] ?? '') : reasonInWords(reason),
          spaced([
            ...(source === undefined ? [] : [sourceInWords(source, sources)]),
            ...(parameter === undefined || parameterSource === undefined
              ? []
              : [`“${parameter}”: ${sourceInWords(parameterSource, sources)}`]),
          ]),
        ],
      ),
    })}`;
}
