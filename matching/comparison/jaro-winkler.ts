/** Winkler's bonus for a common beginning, and up to how many letters it is given. */
const BONUS = 0.1;
const LONGEST_BEGINNING = 4;

/** How much alike two words are, from 0 (nothing in common) to 1 (the same): Jaro's similarity with Winkler's bonus. */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Array<boolean>(other.length).fill(false);
  const common: string[] = [];
  for (let at = 0; at < one.length; at += 1) {
    const last = Math.min(other.length - 1, at + reach);
    for (let there = Math.max(0, at - reach); there <= last; there += 1) {
      if (taken[there] === true || one.charAt(at) !== other.charAt(there)) continue;
      taken[there] = true;
      common.push(one.charAt(at));
      break;
    }
  }
  if (common.length === 0) return 0;
  let next = 0;
  let outOfPlace = 0;
  for (let there = 0; there < other.length; there += 1) {
    if (taken[there] !== true) continue;
    if (common[next] !== other.charAt(there)) outOfPlace += 1;
    next += 1;
  }
  const share = common.length;
  const jaro = (share / one.length + share / other.length + (share - outOfPlace / 2) / share) / 3;
  let beginning = 0;
  while (beginning < LONGEST_BEGINNING && beginning < one.length && one.charAt(beginning) === other.charAt(beginning)) {
    beginning += 1;
  }
  return jaro + beginning * BONUS * (1 - jaro);
}
