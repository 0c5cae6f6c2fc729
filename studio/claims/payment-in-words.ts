/** `result-progress-to-work` as Result progress to work: the id of a payment says what it is for. */
export function paymentInWords(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
