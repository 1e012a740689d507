import { trackerPath } from '#domain/site/addresses';
import { nextDateFirst, type Rule } from '#domain/subjects/tracked';
import { toDay } from '#domain/text/dates';
import { typeset } from '#domain/text/typography';
import type { Catalogue, Stored } from '../catalogue.ts';
import { statementsOf, trackedOf } from './parts.ts';

const rulesOf = new WeakMap<Catalogue, Rule[]>();

/** Every law and bill, the one with the nearest announced date first. */
export function allRules(catalogue: Catalogue): Rule[] {
  let all = rulesOf.get(catalogue);
  if (!all) {
    all = [...catalogue.rules.values()].map((entry) => ruleOf(entry, catalogue)).sort(nextDateFirst);
    rulesOf.set(catalogue, all);
  }
  return all;
}

function ruleOf(entry: Stored<'rules'>, catalogue: Catalogue): Rule {
  const { id, data } = entry;
  const link = { label: typeset(data.name), path: `${trackerPath('rules')}#${id}` };
  return {
    ...trackedOf(entry, { kind: 'rule', folder: 'rules', id, link }, catalogue),
    law: data.law.value,
    place: data.place,
    appliesFrom: data.appliesFrom && toDay(data.appliesFrom.value),
    asks: statementsOf(data.asks, data.sources),
  };
}
