import { modelPath, trackerPath } from '#domain/site/addresses';
import { nextDateFirst, type Lawsuit } from '#domain/subjects/tracked';
import { toDay } from '#domain/text/dates';
import { typeset } from '#domain/text/typography';
import { need, type Catalogue, type Stored } from '../catalogue.ts';
import { statementsOf, trackedOf } from './parts.ts';

const lawsuitsOf = new WeakMap<Catalogue, Lawsuit[]>();

/** Every case, the one with the nearest announced date first. */
export function allLawsuits(catalogue: Catalogue): Lawsuit[] {
  let all = lawsuitsOf.get(catalogue);
  if (!all) {
    all = [...catalogue.lawsuits.values()].map((entry) => lawsuitOf(entry, catalogue)).sort(nextDateFirst);
    lawsuitsOf.set(catalogue, all);
  }
  return all;
}

function lawsuitOf(entry: Stored<'lawsuits'>, catalogue: Catalogue): Lawsuit {
  const { id, data, filePath } = entry;
  const link = { label: typeset(data.name), path: `${trackerPath('lawsuits')}#${id}` };
  return {
    ...trackedOf(entry, { kind: 'lawsuit', folder: 'lawsuits', id, link }, catalogue),
    claimants: data.claimants,
    defendants: data.defendants,
    court: data.court.value,
    number: data.number?.value,
    filed: toDay(data.filed.value),
    ended: data.ended && toDay(data.ended.value),
    claims: statementsOf(data.claims, data.sources),
    models: data.models.map((model) => ({
      label: need(catalogue.models, model, filePath).data.name,
      path: modelPath(model),
    })),
  };
}

/** Cases about a model, or about models of its maker. */
export function lawsuitsAbout(model: string, catalogue: Catalogue): Lawsuit[] {
  const { provider } = need(catalogue.models, model, 'content/lawsuits').data;
  return allLawsuits(catalogue).filter(({ id }) => {
    const { models, providers } = need(catalogue.lawsuits, id, 'content/lawsuits').data;
    return models.includes(model) || (provider !== undefined && providers.includes(provider));
  });
}
