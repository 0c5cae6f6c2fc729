import { expect, test } from 'vitest';
import { checkManifest } from '../../server/evidence/check-hashes.ts';
import type { EvidencePack } from '../../server/evidence/format.ts';
import { pageOf } from '../../server/evidence/page/page.ts';
import { changed, decidedThrice, rehashed, verified } from '../builders/packs.ts';
import type { Patch } from '../builders/patch.ts';
import { databases } from '../builders/stores.ts';

let made: Promise<EvidencePack> | undefined;

/** One pack for all tests: each changes a copy. */
const whole = () => (made ??= decidedThrice(databases[0]).then(({ pack }) => pack()));
const text = (pack: EvidencePack) => JSON.stringify(pack);
const other = (hash: string) => hash.replace(/.$/, (last) => (last === '0' ? '1' : '0'));

/** Where each text in a value stands. */
function textsIn(value: unknown, at = ''): string[] {
  if (typeof value === 'string') return value === '' ? [] : [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

function textAt(value: unknown, pointer: string): string {
  const keys = pointer.split('/').slice(1);
  return String(
    keys.reduce<unknown>(
      (inner, key) => Reflect.get(inner as object, key.replaceAll('~1', '/').replaceAll('~0', '~')),
      value,
    ),
  );
}

test('one character of any section is found in that section, be it the first text in it or the last', async () => {
  const pack = await whole();
  // because a file of another format is no pack at all
  const sections = pack.manifest.sections.map(({ at }) => at).filter((at) => at !== '/format');
  expect(sections.length).toBeGreaterThan(10);
  for (const section of sections) {
    const texts = textsIn(pack).filter((at) => at === section || at.startsWith(`${section}/`));
    for (const at of [texts.at(0), texts.at(-1)]) {
      if (at === undefined) throw new Error(`${section} has no text`);
      const tampered = changed(pack, { set: { [at]: other(textAt(pack, at)) } });
      expect(checkManifest(tampered).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
        `section-changed ${section}`,
      ]);
    }
  }
});

interface Tampering {
  readonly why: string;
  readonly patch: Patch | ((pack: EvidencePack) => Patch);
  /** What is found of whoever changes nothing else. */
  readonly plainly: string;
  /** What is still found where every hash of the manifest was made anew. */
  readonly rehashed?: readonly string[];
}

const tamperings: readonly Tampering[] = [
  {
    why: 'a verdict',
    patch: { set: { '/decisions/0/record/answer/criteria/0/verdict': 'not-met' } },
    plainly: 'section-changed /decisions/0',
    rehashed: ['decided-otherwise /decisions/0/record/answer', 'record-unsealed /decisions/0/record'],
  },
  {
    why: 'an amount of a decision whose family was withheld',
    patch: { set: { '/decisions/2/record/answer/totalDuePence': 80000 } },
    plainly: 'section-changed /decisions/2',
    rehashed: ['record-unsealed /decisions/2/record'],
  },
  {
    why: 'a reason',
    patch: { set: { '/decisions/0/decided/criteria/0/reasons/0/text': 'm2 has had no proven offence' } },
    plainly: 'section-changed /decisions/0',
    rehashed: ['words-changed /decisions/0/decided/criteria/0/reasons/0/text'],
  },
  {
    why: 'what deciding again came to',
    patch: { set: { '/decisions/2/replayed': { result: 'same' } } },
    plainly: 'section-changed /decisions/2',
    rehashed: ['replay-otherwise /decisions/2/replayed'],
  },
  {
    why: 'a record of the family',
    patch: { set: { '/families/0/document/records/offence': [] } },
    plainly: 'section-changed /families/0',
    rehashed: ['document-changed /families/0/hash', 'replay-otherwise /decisions/0/replayed'],
  },
  {
    why: 'the family taken out, and said to have been withheld',
    patch: {
      set: { '/decisions/0/record/family/held': 'withheld', '/decisions/0/familyHash': null },
      remove: ['/families/0'],
    },
    plainly: 'section-missing /families/0',
    rehashed: ['family-missing /decisions/1/familyHash', 'replay-otherwise /decisions/0/replayed'],
  },
  {
    why: 'a decision taken out',
    patch: { remove: ['/decisions/2'] },
    plainly: 'section-missing /decisions/2',
  },
  {
    why: 'a decision put in',
    patch: (pack) => ({ set: { '/decisions/-': pack.decisions[0] } }),
    plainly: 'section-unlisted /decisions/3',
  },
  {
    why: 'one ruleset in place of another',
    patch: ({ documents: { rulesets } }) => ({
      set: { '/documents/rulesets/1/document': rulesets[0]?.document },
    }),
    plainly: 'section-changed /documents/rulesets/1',
    rehashed: ['document-changed /documents/rulesets/1/hash', 'replay-otherwise /decisions/1/replayed'],
  },
  {
    why: 'a title of a calendar, and its hash with it',
    patch: { set: { '/documents/calendars/0/document/title': 'Other terms' } },
    plainly: 'section-changed /documents/calendars/0',
    rehashed: ['document-changed /documents/calendars/0/hash'],
  },
  {
    why: 'a vocabulary that is none',
    patch: { set: { '/documents/vocabularies/0/document/roles': [] } },
    plainly: 'section-changed /documents/vocabularies/0',
    rehashed: ['document-unsound /documents/vocabularies/0/document/roles'],
  },
  {
    why: 'the version that a decision names',
    patch: ({ decisions }) => ({
      set: { '/decisions/0/record/ruleset/hash': decisions[1]?.record.ruleset.hash },
    }),
    plainly: 'section-changed /decisions/0',
    rehashed: ['decision-other /decisions/0/record/id', 'record-unsealed /decisions/0/record'],
  },
  {
    why: 'the kept trace',
    patch: { set: { '/decisions/0/record/trace/rest': '0' } },
    plainly: 'section-changed /decisions/0',
    rehashed: ['trace-changed /decisions/0/record/trace/digest', 'record-unsealed /decisions/0/record'],
  },
  {
    why: 'who asked',
    patch: { set: { '/decisions/0/record/who': 'person:somebody-else' } },
    plainly: 'section-changed /decisions/0',
    rehashed: ['record-unsealed /decisions/0/record'],
  },
  {
    why: 'who wrote an audit entry',
    patch: { set: { '/audit/entries/0/actor': 'person:somebody-else' } },
    plainly: 'section-changed /audit/entries/0',
    rehashed: ['entry-changed /audit/entries/0/hash'],
  },
  {
    why: 'the digest of another row of an entry',
    patch: { set: { '/audit/entries/0/rows/-': 'ab'.repeat(32) } },
    plainly: 'section-changed /audit/entries/0',
    rehashed: ['entry-changed /audit/entries/0/rows'],
  },
  {
    why: 'an audit entry taken out',
    patch: { remove: ['/audit/entries/2'] },
    plainly: 'section-missing /audit/entries/2',
    rehashed: ['entry-missing /decisions/2/sealed/entry'],
  },
  {
    why: 'an entry that does not follow the one before it',
    patch: { set: { '/audit/entries/1/previous': 'ab'.repeat(32) } },
    plainly: 'section-changed /audit/entries/1',
    rehashed: ['chain-broken /audit/entries/1/previous', 'entry-changed /audit/entries/1/hash'],
  },
  {
    why: 'a head that is older than the entries',
    patch: { set: { '/audit/head': `1:${'ab'.repeat(32)}` } },
    plainly: 'section-changed /audit/head',
    rehashed: ['chain-broken /audit/head'],
  },
  {
    why: 'the family that the pack is said to be of',
    patch: { set: { '/made/family': 'F-002' } },
    plainly: 'section-changed /made',
    rehashed: ['other-family /decisions/0/record/family/id', 'other-family /decisions/2/record/family/id'],
  },
  {
    why: 'the family’s id there and in every record of it',
    patch: {
      set: {
        '/made/family': 'F-002',
        '/decisions/0/record/family/id': 'F-002',
        '/decisions/1/record/family/id': 'F-002',
        '/decisions/2/record/family/id': 'F-002',
      },
    },
    plainly: 'section-changed /decisions/0',
    rehashed: ['other-family /decisions/0/record/family/id'],
  },
  {
    why: 'the authority that the pack is said to be of',
    patch: { set: { '/made/authority': 'Oxfordshire' } },
    plainly: 'section-changed /made',
    rehashed: ['other-family /decisions/0/record/authority'],
  },
  {
    why: 'the names of documents',
    patch: {
      set: {
        '/documents/rulesets/0/version': '1.0.1',
        '/documents/vocabularies/0/name': 'family@2',
        '/documents/calendars/0/name': 'wales',
      },
    },
    plainly: 'section-changed /documents/rulesets/0',
    rehashed: [
      'document-misnamed /documents/rulesets/0/version',
      'document-misnamed /documents/vocabularies/0/name',
      'document-misnamed /documents/calendars/0/name',
    ],
  },
  {
    why: 'the hash of the page',
    patch: { set: { '/manifest/page': `sha256:${'ab'.repeat(32)}` } },
    plainly: 'pack-changed /manifest/hash',
  },
  {
    why: 'another number of the format',
    patch: { set: { '/format/number': 2 } },
    plainly: 'format-unknown /format/number',
  },
  {
    why: 'a key that no pack has',
    patch: { set: { '/made/place': 'here' } },
    plainly: 'form-wrong /made/place',
  },
];

test.for(tamperings)('$why', async ({ patch, plainly, rehashed: still }) => {
  const pack = await whole();
  const tampered = changed(pack, typeof patch === 'function' ? patch(pack) : patch);
  expect(verified(text(tampered)).found).toContain(plainly);
  if (still !== undefined)
    expect(verified(text(rehashed(tampered))).found).toEqual(expect.arrayContaining([...still]));
});

test('a finding says what was expected and what was found', async () => {
  const pack = await whole();
  const { findings } = verified(text(changed(pack, { set: { '/made/name': 'Somebody' } })));
  expect(findings).toEqual([
    {
      code: 'section-changed',
      pointer: '/made',
      message: 'the section is not the one that the manifest has the hash of',
      expected: pack.manifest.sections.find(({ at }) => at === '/made')?.hash,
      found: expect.stringMatching(/^sha256:/) as string,
    },
  ]);
});

test.for([
  { why: 'a verdict that is read', from: 'Nothing is due.', to: '£4,000 is due.' },
  { why: 'the style', from: '.quiet', to: '.loud' },
  { why: 'the hash that is printed', from: 'Hash of this pack', to: 'Hash of a pack' },
  {
    why: 'a second block of data',
    from: '</body>',
    to: '<script type="application/json">{}</script></body>',
  },
])('a page on which somebody changed $why is told from its pack, at the line', async ({ from, to }) => {
  const page = pageOf(await whole());
  expect(verified(page).found).toEqual([]);
  const { findings } = verified(page.replace(from, to));
  expect(findings).toMatchObject([
    {
      code: 'page-changed',
      pointer: '/manifest/page',
      line: page.slice(0, page.indexOf(from)).split('\n').length,
    },
  ]);
});

test('a page that was changed with all its hashes is told by making it again', async () => {
  const pack = await whole();
  const page = pageOf(pack).replace('Nothing is due.', '£4,000 is due.');
  const forged = changed(pack, { set: { '/manifest/page': `sha256:${'ab'.repeat(32)}` } });
  expect(verified(page.replaceAll(pack.manifest.hash, forged.manifest.hash)).found).toContain(
    'page-changed /manifest/page',
  );
});

test('what another build made is held against its hashes, and a note says so', async () => {
  const pack = rehashed(changed(await whole(), { set: { '/made/build': 'threshold 9.9.9' } }));
  const otherWords = rehashed(
    changed(pack, { set: { '/decisions/0/decided/criteria/0/reasons/0/text': 'said otherwise' } }),
  );
  for (const one of [pack, otherWords])
    expect(verified(text(one))).toMatchObject({
      found: [],
      notes: [{ code: 'other-build', pointer: '/made/build' }],
    });
  expect(verified(pageOf(pack)).found).toEqual([]);
  const { findings } = verified(pageOf(pack).replace('Nothing is due.', '£4,000 is due.'));
  expect(findings).toMatchObject([{ code: 'page-changed', expected: pack.manifest.page }]);
});

test('the order of keys and white space change nothing', async () => {
  const backwards = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(backwards);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, backwards(inner)]),
    );
  };
  expect(verified(JSON.stringify(backwards(await whole()), undefined, 2)).found).toEqual([]);
});
