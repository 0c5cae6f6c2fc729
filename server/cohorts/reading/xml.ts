import { SaxesParser } from 'saxes';
import { Unfit } from './zip.ts';

/** One thing that an XML text says: an element begins or ends, by its local name, or there is text. */
export type Said =
  | { readonly kind: 'open'; readonly name: string; readonly is: (attribute: string) => string | undefined }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** What an XML text says, in order. Nothing outside it is looked at. Throws an `Unfit` where it is none. */
export async function* saidIn(text: AsyncIterable<string>): AsyncGenerator<readonly Said[], void> {
  let said: Said[] = [];
  const parser = new SaxesParser();
  const wrong = (): never => {
    throw new Unfit('workbook-broken', 'the workbook holds XML that cannot be read: save it again as .xlsx');
  };
  parser.on('error', wrong);
  parser.on('doctype', wrong);
  parser.on('opentag', ({ name, attributes }) => {
    const local = new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value]));
    said.push({ kind: 'open', name: localName(name), is: (attribute) => local.get(attribute) });
  });
  parser.on('closetag', ({ name }) => {
    said.push({ kind: 'close', name: localName(name) });
  });
  parser.on('text', (piece) => {
    said.push({ kind: 'text', text: piece });
  });
  for await (const piece of text) {
    parser.write(piece);
    yield said;
    said = [];
  }
  parser.close();
  yield said;
}
