/** `sha256:0123456789abcdef…` as 0123456789ab: enough to be compared by eye. */
export const hashInShort = (hash: string): string => hash.replace(/^sha256:/, '').slice(0, 12);
