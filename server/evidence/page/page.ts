import { canonical } from '../../canonical.ts';
import { hashOfText } from '../../library/hash.ts';
import type { EvidencePack, PackBody } from '../format.ts';
import { type Grounds, groundsOf } from '../grounds.ts';
import { auditPart, checkPart } from './closing-parts.ts';
import { answerOf, decisionAnchor, decisionPart, replayedInWords } from './decision-part.ts';
import { familyParts } from './family-part.ts';
import { type Content, html, Markup, table, terms } from './html.ts';
import { rulesParts } from './rules-part.ts';
import { pagePolicy, style } from './style.ts';
import { type Part, rulesInWords, type View, viewOf } from './view.ts';
import { counted, dayInWords, instantInWords, pounds } from './words.ts';

/** What stands on the page but does not count for its hash: it holds that hash itself. */
interface Printed {
  readonly hash: string;
  readonly data: string;
}

const dataStart = '<script type="application/json" id="evidence-pack">';
const dataEnd = '</script>';

/** Canonical JSON in which no tag or comment can begin or end. */
function inert(value: unknown): string {
  return canonical(value).replaceAll('<', '\\u003c');
}

/** The text of the data in a page, and the page without it; undefined where it has none. */
export function dataIn(page: string): { readonly data: string; readonly around: string } | undefined {
  const start = page.indexOf(dataStart);
  const from = start + dataStart.length;
  const end = page.indexOf(dataEnd, from);
  if (start === -1 || end === -1) return undefined;
  return { data: page.slice(from, end), around: page.slice(0, from) + page.slice(end) };
}

function summaryPart({ decisions }: View): Part {
  return {
    id: 'summary',
    title: 'What was decided',
    newPage: false,
    body: table({
      caption: 'Decisions, the oldest first',
      head: ['Decision', 'As of', 'Answer', 'Due', 'Could be due'],
      amountsFrom: 3,
      rows: decisions.map((viewed) => {
        const { record, supersededBy } = viewed.one;
        const superseded = supersededBy.length === 0 ? undefined : ' (superseded)';
        return [
          html`<a href="#${decisionAnchor(viewed.number)}">${viewed.number}. ${rulesInWords(viewed)}</a
            >${superseded}`,
          html`<span class="day">${dayInWords(record.asOf)}</span>`,
          html`${answerOf(viewed)} <span class="quiet">Made again: ${replayedInWords(viewed)}.</span>`,
          pounds(record.answer.totalDuePence),
          pounds(record.answer.totalPossiblePence),
        ];
      }),
    }),
  };
}

function titleOf({ made }: PackBody): string {
  return made.family === null
    ? 'Evidence pack of an erased family'
    : `Evidence pack of family ${made.family}`;
}

function headOf({ body, decisions }: View, hash: string): Content {
  const { made } = body;
  const kept = made.chosen ? 'chosen from those that are kept' : 'all that are kept of the family';
  return html`<header>
    <p class="kicker">Evidence pack</p>
    <h1>${made.family === null ? 'An erased family' : `Family ${made.family}`}</h1>
    <p class="lead">
      Why each of these decisions came out as it did, on which data and which rules, and how to check it.
    </p>
    ${terms([
      ['Authority', made.authority],
      ['Decisions', `${counted(decisions.length, 'decision')}, ${kept}`],
      ['Made', `${instantInWords(made.at)}, by ${made.name} (${made.by}), with ${made.build}`],
      ['Hash of this pack', html`<code>${hash}</code>`],
    ])}
  </header>`;
}

/** The page as it is, with what is printed on it. */
function pageText(body: PackBody, grounds: Grounds, { hash, data }: Printed): string {
  const view = viewOf(body, grounds);
  const parts = [
    summaryPart(view),
    ...view.decisions.map(decisionPart),
    ...familyParts(view),
    ...rulesParts(view),
    auditPart(view),
    checkPart(view, hash),
  ];
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${pagePolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${titleOf(body)}</title>
        ${new Markup(`<style>${style}</style>`)}
      </head>
      <body>
        ${headOf(view, hash)}
        <main>
          <nav aria-label="Contents">
            <h2>Contents</h2>
            <ul>
              ${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
            </ul>
          </nav>
          ${parts.map(
            ({ id, title, newPage, body: said }) =>
              html`<section id="${id}" ${newPage ? new Markup('class="new-page"') : undefined}>
                <h2>${title}</h2>
                ${said}
              </section>`,
          )}
        </main>
        ${new Markup(dataStart + data + dataEnd)}
      </body>
    </html> `.text;
}

/** The hash of the page of a pack: over its text without the pack’s own hash and its data. */
export function pageHash(body: PackBody, grounds: Grounds): string {
  return hashOfText(pageText(body, grounds, { hash: '', data: '' }));
}

/** The same hash, of a page as it was found: what `hash` prints is taken out of it. */
export function hashOfPage(around: string, hash: string): string {
  return hashOfText(around.replaceAll(hash, ''));
}

/** A pack as one page, which carries it. */
export function pageOf(pack: EvidencePack, grounds = groundsOf(pack.documents)): string {
  const { manifest, ...body } = pack;
  return pageText(body, grounds, { hash: manifest.hash, data: inert(pack) });
}
