import { trackerPath } from '#domain/site/addresses';
import type { DateAhead } from '#domain/subjects/tracked';
import { isoDay } from '#domain/text/dates';
import type { Catalogue } from '../catalogue.ts';
import { allLawsuits } from './lawsuits.ts';
import { allRules } from './rules.ts';

/**
 * Every announced date of lawsuits and rules from the present day on, nearest first. A rule that begins to apply has such a date
 * too, whether or not its file lists it among the dates to come.
 */
export function datesAhead(catalogue: Catalogue): DateAhead[] {
  const today = isoDay(catalogue.now);
  const beginnings = allRules(catalogue).flatMap(({ id, name, appliesFrom, ahead, sources }): DateAhead[] =>
    appliesFrom === undefined || appliesFrom.iso < today || ahead.some(({ date }) => date.iso === appliesFrom.iso)
      ? []
      : [
          {
            date: appliesFrom,
            what: 'Begins to apply.',
            subject: { label: name, path: `${trackerPath('rules')}#${id}` },
            kind: 'rule',
            sources,
          },
        ],
  );
  return [
    ...allLawsuits(catalogue).flatMap(({ ahead }) => ahead),
    ...allRules(catalogue).flatMap(({ ahead }) => ahead),
    ...beginnings,
  ].sort((a, b) => (a.date.iso < b.date.iso ? -1 : a.date.iso > b.date.iso ? 1 : 0));
}
