import type { Decision, Ruleset } from '../../../engine/index.ts';
import { type Content, html, table } from './html.ts';
import { cited, missingInWords, reasonList, spanInWords, verdictTag } from './said.ts';
import { labelIn, type Viewed } from './view.ts';
import { dayInWords, pounds } from './words.ts';

type Sources = Ruleset['sources'];

/** Each criterion, then each route, with its verdict, its reasons and their sources. */
export function eligibilityOf({ criteria, eligibility }: Decision, sources: Sources): Content {
  return html`<h3>Who is identified: criterion by criterion</h3>
    ${criteria.map(
      ({ label, group, verdict, lookedFrom, reasons, source }) =>
        html`<div class="item">
          <h4>${label} ${verdictTag(verdict)}</h4>
          <p class="quiet">A ${group} criterion, looked at as on ${dayInWords(lookedFrom)}.</p>
          ${reasonList(reasons, sources)} ${cited(source, sources, 'The rule’s source')}
        </div>`,
    )}
    <h3>Who is eligible: route by route</h3>
    ${eligibility.routes.map(
      ({ label, verdict, reasons }) =>
        html`<div class="item">
          <h4>${label} ${verdictTag(verdict)}</h4>
          ${reasonList(reasons, sources)}
        </div>`,
    )}`;
}

type Outcome = Decision['outcomes'][number];

function overruled({ ownVerdict }: Pick<Outcome, 'ownVerdict'>): Content {
  if (ownVerdict === undefined) return undefined;
  return html`<p>
    A recorded judgement stands in place of the rule’s own verdict: ${verdictTag(ownVerdict)}
  </p>`;
}

/** Each result test with its parts. */
export function outcomesOf({ outcomes }: Decision, sources: Sources): Content {
  return html`<h3>Which results were met</h3>
    ${outcomes.map(
      (outcome) =>
        html`<div class="item">
          <h4>${outcome.label} ${verdictTag(outcome.verdict)}</h4>
          ${overruled(outcome)}
          <p class="quiet">Looked at as on ${dayInWords(outcome.lookedFrom)}.</p>
          ${reasonList(outcome.reasons, sources)} ${cited(outcome.source, sources, 'The rule’s source')}
          ${outcome.parts.map(
            (part) =>
              html`<div class="item">
                <h4>${part.label} ${verdictTag(part.verdict)}</h4>
                ${overruled(part)} ${reasonList(part.reasons, sources)}
              </div>`,
          )}
        </div>`,
    )}`;
}

/** Each payment with its reasons; its amounts stand in the answer. */
export function paymentsOf({ payments }: Decision, sources: Sources): Content {
  return html`<h3>Why each payment is due or not</h3>
    ${payments.map(
      ({ label, verdict, pricedOn, ratePence, reasons, source }) =>
        html`<div class="item">
          <h4>${label} ${verdictTag(verdict)}</h4>
          <p class="quiet">
            ${
              ratePence === null
                ? 'No price is in force.'
                : `${pounds(ratePence)} a family${pricedOn === null ? '' : `, as priced on ${dayInWords(pricedOn)}`}.`
            }
          </p>
          ${reasonList(reasons, sources)} ${cited(source, sources, 'The rule’s source')}
        </div>`,
    )}`;
}

/** What was missing, and what it was needed for. */
export function missingOf({ missing }: Decision, { vocabulary, ruleset }: Viewed): Content {
  if (missing.length === 0)
    return html`<h3>What was missing</h3>
      <p>Nothing that would have settled anything.</p>`;
  return html`<h3>What was missing</h3>
    ${table({
      caption: 'Data that would settle what is not known',
      head: ['What', 'Whose', 'When', 'Needed for'],
      rows: missing.map((datum) => [
        missingInWords(datum, vocabulary),
        datum.member ?? 'the family',
        spanInWords(datum),
        datum.neededFor.map((id) => labelIn(ruleset, id)).join('; '),
      ]),
    })}`;
}

/** Recorded judgements that came with the family. */
export function overridesOf({ overrides }: Decision): Content {
  if (overrides.length === 0) return undefined;
  return html`<h3>Recorded judgements</h3>
    ${table({
      caption: 'Judgements that came with the family, and whether the rules let them stand',
      head: ['Of', 'Verdict', 'By', 'On', 'Reason', 'Stands'],
      rows: overrides.map(({ outcome, part, verdict, by, role, on, reason, evidence, honoured, why }) => [
        part === null ? outcome : `${outcome}.${part}`,
        verdictTag(verdict),
        `${by} (${role})`,
        dayInWords(on),
        evidence === null ? reason : `${reason} (evidence: ${evidence})`,
        honoured ? 'Yes' : `No: ${why ?? ''}`,
      ]),
    })}`;
}
