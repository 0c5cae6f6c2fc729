import { readdirSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Diagnostic, type Result } from '../../engine/index.ts';
import { documentIn, readText } from './document-text.ts';
import { type Finding, found, inFile } from './finding.ts';

export type Kind = 'vocabulary' | 'calendar' | 'unit-costs' | 'programme' | 'releases' | 'ruleset' | 'cases';

/** A document and where it lies, from the folder, with forward slashes. */
export interface Placed {
  readonly kind: Kind;
  readonly file: string;
  readonly read: Result<unknown, Diagnostic[]>;
}

/** Where each kind lies. The first that fits is the kind; `ignored` is read by others. */
const layout: readonly { readonly at: RegExp; readonly kind: Kind | 'ignored' | undefined }[] = [
  { at: /\.schema\.json$/, kind: 'ignored' },
  { at: /^releases\.json$/, kind: 'releases' },
  { at: /^vocabulary\/[^/]+\.json$/, kind: 'vocabulary' },
  { at: /^calendars\/[^/]+\.json$/, kind: 'calendar' },
  { at: /^unit-costs\/[^/]+\.json$/, kind: 'unit-costs' },
  { at: /^programmes\/[^/]+\.json$/, kind: 'programme' },
  // because a ruleset lies in the folder of its jurisdiction, and these are none
  { at: /^(vocabulary|calendars|unit-costs|programmes)\//, kind: undefined },
  { at: /^[^/]+\/[^/]+\/[^/]+\.cases\.json$/, kind: 'cases' },
  { at: /^[^/]+\/[^/]+\/[^/]+\.json$/, kind: 'ruleset' },
];

function kindAt(file: string): Kind | 'ignored' | undefined {
  return layout.find(({ at }) => at.test(file))?.kind;
}

function jsonFilesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .map((file) => file.replaceAll(path.sep, '/'))
      .sort();
  } catch {
    return undefined;
  }
}

/** A file's text, byte for byte, and where it lies. */
export interface PlacedText {
  readonly kind: Kind;
  readonly file: string;
  readonly text: Result<string, Diagnostic[]>;
}

/** The document that a file's text holds. */
export function placedOf({ kind, file, text }: PlacedText): Placed {
  return { kind, file, read: text.ok ? documentIn(text.value) : text };
}

function misplaced(file: string): PlacedText {
  const message = `no document of a rulesets folder lies at \`${file}\``;
  const suggestion = 'a ruleset lies at <jurisdiction>/<ruleset>/<version>.json';
  return {
    kind: 'ruleset',
    file,
    text: err([found('misplaced-file', '', { message, suggestion })]),
  };
}

/** The text of every JSON document of a rulesets folder, in order of path. */
export function textsIn(folder: string): Result<PlacedText[], Finding[]> {
  const files = jsonFilesIn(folder);
  if (files === undefined) {
    const message = `there is no folder \`${folder}\` that can be read`;
    return err(inFile('', [found('folder-unreadable', '', { message })]));
  }
  return ok(
    files.flatMap((file) => {
      const kind = kindAt(file);
      if (kind === 'ignored') return [];
      if (kind === undefined) return [misplaced(file)];
      return [{ kind, file, text: readText(path.join(folder, file)) }];
    }),
  );
}

/** Every JSON document of a rulesets folder, in order of path. */
export function readFolder(folder: string): Result<Placed[], Finding[]> {
  const texts = textsIn(folder);
  return texts.ok ? ok(texts.value.map(placedOf)) : texts;
}
