import { html, type Content, type Markup } from './html.ts';
import type { Decision, Ruleset, Verdict, Vocabulary } from '../../../engine/index.ts';
import { dayInWords, lastDayInWords, opening, pounds, termInWords, verdictWords } from './words.ts';

export type Reason = Decision['criteria'][number]['reasons'][number];
export type Source = NonNullable<Reason['source']>;
export type Missing = Decision['missing'][number];
type Sources = Ruleset['sources'];

/** A verdict by its word; the line around it has another form for each. */
export function verdictTag(verdict: Verdict): Markup {
  return html`<strong class="verdict v-${verdict}">${verdictWords[verdict]}</strong>`;
}

/** Where a rule or a number comes from, and how far it can be trusted where that is not simply what a source says. */
export function sourceInWords({ ref, at, standing, note }: Source, sources: Sources): string {
  const title = sources[ref]?.title ?? ref;
  const place = at === undefined ? '' : `, ${at}`;
  const doubt = standing === 'sourced' ? '' : ` (${standing})`;
  return `${title}${place}${doubt}${note === undefined ? '' : `. ${note}`}`;
}

export function cited(source: Source | undefined, sources: Sources, of = 'Source'): Content {
  return source === undefined ? undefined : html`<cite>${of}: ${sourceInWords(source, sources)}</cite>`;
}

/** Why, as a sentence. An id of a member stays as it is written. */
export function reasonInWords({ text, member }: Pick<Reason, 'text' | 'member'>): string {
  const named = member !== undefined && text.startsWith(`${member} `);
  return `${named ? text : opening(text)}.`;
}

/** Reasons, each as a sentence with its source. */
export function reasonList(reasons: readonly Reason[], sources: Sources): Content {
  if (reasons.length === 0) return undefined;
  return html`<ul>
    ${reasons.map((reason) => html`<li>${reasonInWords(reason)}${cited(reason.source, sources)}</li>`)}
  </ul>`;
}

/** The whole answer in one or two sentences. */
export function answerInWords(
  {
    eligibility,
    totalDuePence,
    totalPossiblePence,
  }: Pick<Decision, 'totalDuePence' | 'totalPossiblePence'> & {
    readonly eligibility: Pick<Decision['eligibility'], 'verdict' | 'route'>;
  },
  routeLabel: string | undefined,
): string {
  const by = routeLabel === undefined ? '' : `, by the route “${routeLabel}”`;
  const eligible: Readonly<Record<Verdict, string>> = {
    met: `The family is eligible${by}.`,
    'not-met': 'The family is not eligible.',
    unknown: 'It is not known whether the family is eligible.',
    'not-applicable': 'Whether the family is eligible is not a question these rules ask.',
  };
  const due = totalDuePence === 0 ? 'Nothing is due' : `${pounds(totalDuePence)} is due`;
  const more =
    totalPossiblePence <= totalDuePence
      ? ''
      : `, and up to ${pounds(totalPossiblePence)} could be once everything is known`;
  return `${eligible[eligibility.verdict]} ${due}${more}.`;
}

/** What would settle something, as a noun phrase. */
export function missingInWords(
  { recordType, field, record }: Missing,
  words: Vocabulary | undefined,
): string {
  if (recordType === undefined) return field ?? 'a datum';
  const type = words?.recordTypes[recordType];
  const label = type?.label.many ?? recordType;
  if (field === undefined) return label;
  return `${type?.fields[field]?.label ?? field} of ${record ?? label}`;
}

/** For which days or terms it is missing. */
export function spanInWords({ from, to, terms }: Missing): string {
  if (terms !== undefined) return terms.map(termInWords).join(', ');
  const since = from === undefined ? '' : `from ${dayInWords(from)} `;
  const until = to === undefined ? '' : `to ${lastDayInWords(to)}`;
  return `${since}${until}`.trim();
}
