import * as z from 'zod';
import { type Diagnostic, err, ok, type Result } from '../../engine/index.ts';
import { requestFindings } from '../finding.ts';
import { documentIn, textOf } from '../library/document-text.ts';
import { evidencePack, type EvidencePack, FORMAT } from './format.ts';
import { found, type PackFinding } from './finding.ts';
import { inOrder } from './manifest.ts';
import { dataIn } from './page/page.ts';
import type { FoundPage } from './verify.ts';

/** A file that says it is a pack: one that can be checked, or what is wrong with its form. */
export interface ReadPack {
  readonly pack: Result<EvidencePack, PackFinding[]>;
  readonly page: FoundPage | undefined;
}

const named = z.object({ format: z.object({ name: z.literal(FORMAT.name), number: z.unknown() }) });

function packIn(document: unknown, number: unknown): Result<EvidencePack, PackFinding[]> {
  if (number !== FORMAT.number)
    return err([found('format-unknown', '/format/number', { expected: FORMAT.number, found: number })]);
  const read = evidencePack.safeParse(document);
  if (read.success) return ok(inOrder(read.data));
  const findings = requestFindings(read.error, document, evidencePack);
  return err(findings.map(({ pointer, message }) => found('form-wrong', pointer, { found: message })));
}

/** Reads a pack, or the page of one. What is neither is an error of the file. */
export function readPack(bytes: Uint8Array): Result<ReadPack, readonly Diagnostic[]> {
  const text = textOf(bytes);
  if (!text.ok) return text;
  const inPage = dataIn(text.value);
  const document = documentIn(inPage?.data ?? text.value);
  if (!document.ok) return document;
  const format = named.safeParse(document.value);
  if (!format.success) return err([]);
  const page = inPage === undefined ? undefined : { text: text.value, around: inPage.around };
  return ok({ pack: packIn(document.value, format.data.format.number), page });
}
