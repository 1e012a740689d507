/** Words that connect others and say nothing alone. */
const connecting = new Set(
  `a about after all am an and any are as at be by can come came could did do does for from get give had has have how i if in
  into is it its just let list me much many most my of off on or our out please s show so some that the their them there
  these they this to us v versus via vs was we were what whats when where which who whose why will with would you your`.split(
    /\s+/u,
  ),
);

/** Words that nearly every page here has: they help to order results, and a page need not have them. */
const general = new Set(`ai video model generator generation generative creator maker tool app software`.split(' '));

/** True for a word that connects others. */
export const isConnecting = (term: string): boolean => connecting.has(term);

/** True for a word that is on nearly every page of this site. */
export const isGeneral = (term: string): boolean => general.has(term);
