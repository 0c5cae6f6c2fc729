import { type Line, readRuleset } from '../../../engine/index.ts';
import type { Version } from '../../library/library.ts';
import { type Content, html, table, terms } from './html.ts';
import { cited } from './said.ts';
import type { Part, View } from './view.ts';
import { dayInWords, opening } from './words.ts';

type Sources = Version['ruleset']['sources'];

function lineOf({ sentence, source, note, children, depth }: Line, sources: Sources): Content {
  const below = children.filter(({ saidAbove }) => !saidAbove);
  return html`<li>
    ${depth === 0 && children.length > 0 ? html`<strong>${sentence}</strong>` : sentence}
    ${note === undefined ? undefined : html`<cite>${note}</cite>`}${cited(source, sources)}
    ${
      below.length === 0
        ? undefined
        : html`<ul>
            ${below.map((child) => lineOf(child, sources))}
          </ul>`
    }
  </li>`;
}

function sourcesOf({ ruleset }: Version): Content {
  const rows = Object.entries(ruleset.sources).sort(([left], [right]) => (left < right ? -1 : 1));
  return html`<h3>Sources</h3>
    ${table({
      kind: 'sources',
      caption: 'The documents that these rules come from',
      head: ['Title', 'Publisher', 'Date', 'Where'],
      rows: rows.map(([, { title, publisher, date, document, href }]) => [
        title,
        publisher ?? '',
        date ?? '',
        href ?? document ?? '',
      ]),
    })}`;
}

function releasesOf({ releases, ruleset }: Version): string {
  const own = releases.filter(({ version }) => version === ruleset.version);
  if (own.length === 0) return 'never released';
  return own
    .map(({ from, to, withdraws }) => {
      if (withdraws === true) return `withdrawn from ${dayInWords(from)}`;
      return `from ${dayInWords(from)}${to === undefined ? '' : ` until before ${dayInWords(to)}`}`;
    })
    .join('; ');
}

/** Each version in words, every rule a sentence. */
export function rulesParts({ body, grounds }: View): Part[] {
  return body.documents.rulesets.map(({ id, version: number, hash }, place): Part => {
    const at = { id: `rules-${String(place)}`, title: `The rules in words: ${id} ${number}`, newPage: true };
    const version = grounds.versions.get(hash);
    const words = version?.basis.vocabularies.get(version.ruleset.vocabulary)?.document;
    if (version === undefined || words === undefined)
      return { ...at, body: html`<p>The rules cannot be read.</p>` };
    const { ruleset } = version;
    const { sections } = readRuleset({ ruleset, vocabulary: words });
    return {
      ...at,
      body: html`${terms([
        ['Title', ruleset.title],
        ['In force', opening(releasesOf(version))],
        ['Hash', html`<code>${hash}</code>`],
      ])}
      ${sections
        .filter(({ lines }) => lines.length > 0)
        .map(
          ({ title, lines }) =>
            html`<h3>${title}</h3>
              <div class="rules">
                <ul>
                  ${lines.map((line) => lineOf(line, ruleset.sources))}
                </ul>
              </div>`,
        )}
      ${sourcesOf(version)}`,
    };
  });
}
