import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** A text, deflated, in Base64: a third more than its bytes, in a column of text, as both databases have. Empty stays empty. */
export async function deflated(text: string): Promise<string> {
  return text === '' ? '' : (await deflate(text)).toString('base64');
}

export async function inflated(text: string): Promise<string> {
  return text === '' ? '' : (await inflate(Buffer.from(text, 'base64'))).toString('utf8');
}
