/** Text that is markup already. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What can stand in markup: plain text is escaped, a list stands one after the other, undefined is nothing. */
export type Content = Markup | string | number | undefined | readonly Content[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function written(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(written).join('');
  return String(content).replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? '');
}

/** Markup from a template; attributes are to be written in quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(parts.map((part, at) => part + written(values[at])).join(''));
}

export interface Table {
  readonly caption: Content;
  readonly head: readonly Content[];
  /** The first cell of each is its heading. */
  readonly rows: readonly (readonly Content[])[];
  readonly foot?: readonly Content[];
  /** From which column on cells are amounts. */
  readonly amountsFrom?: number;
  readonly kind?: string;
}

function rowOf(cells: readonly Content[], { amountsFrom = Infinity }: Table, scope = 'row'): Markup {
  return html`<tr>
    ${cells.map((cell, at) => {
      const amount = at >= amountsFrom ? html` class="amount"` : undefined;
      return at === 0 ? html`<th scope="${scope}">${cell}</th>` : html`<td${amount}>${cell}</td>`;
    })}
  </tr>`;
}

/** A table with its caption and headings; nothing where it has no rows. */
export function table(asked: Table): Content {
  const { caption, head, rows, foot, amountsFrom = Infinity, kind = 'plain' } = asked;
  if (rows.length === 0) return undefined;
  return html`<table class="${kind}">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head.map((cell, at) => {
          const amount = at >= amountsFrom ? html` class="amount"` : undefined;
          return html`<th scope="col" ${amount}>${cell}</th>`;
        })}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => rowOf(row, asked))}
    </tbody>
    ${
      foot === undefined
        ? undefined
        : html`<tfoot>
            ${rowOf(foot, asked)}
          </tfoot>`
    }
  </table>`;
}

/** Terms and what is said of each; those that nothing is said of are left out. */
export function terms(pairs: readonly (readonly [term: string, said: Content])[]): Markup {
  return html`<dl>
    ${pairs.map(([term, said]) =>
      said === undefined
        ? undefined
        : html`<div>
            <dt>${term}</dt>
            <dd>${said}</dd>
          </div>`,
    )}
  </dl>`;
}
