/** So many changes, in words. */
export function changes(number: number): string {
  return number === 1 ? '1 change' : `${number} changes`;
}
