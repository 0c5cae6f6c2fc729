import { html, table } from './html.ts';
import { sectionsOf } from '../manifest.ts';
import type { Part, View } from './view.ts';
import { instantInWords } from './words.ts';

/** What the audit log has of these decisions. */
export function auditPart({ body: { audit } }: View): Part {
  return {
    id: 'audit',
    title: 'The audit log',
    newPage: true,
    body: html`<p>
        Every write to the store is an entry of a chain: each has the hash of the one before it. These entries
        wrote the decisions above, and hold a digest of each record as it was written.
      </p>
      ${table({
        kind: 'hashes',
        caption: 'Entries that wrote these decisions',
        head: ['Entry', 'When', 'By', 'What', 'Hash of it, and of the one before'],
        rows: audit.entries.map(({ seq, at, actor, action, hash, previous }) => [
          seq,
          instantInWords(at),
          actor,
          action,
          html`<code>${hash}</code><br /><code>${previous}</code>`,
        ]),
      })}
      <p>
        When this pack was made the chain ended with <code>${audit.head}</code>. Whoever keeps the store can
        show that it still holds that entry:
      </p>
      <pre><code>npx threshold audit verify --head ${audit.head}</code></pre>`,
  };
}

/** How to check the pack, and the hash of each section. */
export function checkPart({ body }: View, hash: string): Part {
  return {
    id: 'check',
    title: 'How to check this document',
    newPage: true,
    body: html`<p>
        The file of this page carries all the data that it was made of. With the product, and without a
        server, a store or a network:
      </p>
      <pre><code>npx threshold verify --hash ${hash} evidence-pack.html</code></pre>
      <p>
        That makes every hash below again, decides every decision again from the family’s record and the rules
        that are in the file, holds what the page says against the data, and follows the audit log as far as
        it is here. It ends with exit code 0 where all of it holds, and otherwise says what differs, where,
        and what was expected.
      </p>
      <p>
        The hash of the pack is also in the store’s audit log, under <code>evidence-pack-made</code>, with who
        made it and when. A file in which everything was changed alike has another hash than the one that is
        printed here and noted there.
      </p>
      ${table({
        kind: 'hashes',
        caption: 'Sections of the pack and their hashes (SHA-256 over canonical JSON, RFC 8785)',
        head: ['Section', 'Hash'],
        rows: sectionsOf(body).map((one) => [html`<code>${one.at}</code>`, html`<code>${one.hash}</code>`]),
      })}
      <p><strong>Hash of the pack:</strong> <code>${hash}</code></p>`,
  };
}
