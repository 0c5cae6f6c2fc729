const longest = 60;

/** The user's own words in backticks, on one line and cut short, fit to stand in a message. */
export function quote(words: string): string {
  const shown = words.slice(0, longest).replace(/\p{C}/gu, '\u{fffd}').replaceAll('`', "'");
  return `\`${shown}${words.length > longest ? '…' : ''}\``;
}
