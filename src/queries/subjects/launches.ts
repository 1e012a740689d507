import { modelPath, providerPath } from '#domain/site/addresses';
import { newestFirst, type TimelineEntry } from '#domain/subjects/timeline';
import type { Launch } from '#domain/subjects/tracked';
import { toDay } from '#domain/text/dates';
import { listed } from '#domain/text/numbers';
import { need, type Catalogue, type Stored } from '../catalogue.ts';
import { checkedOf, sourcesAt } from './parts.ts';

type ModelEntry = Stored<'models'>;

const launchesOf = new WeakMap<Catalogue, Launch[]>();

/** Every model with a known release date, newest first. */
export function allLaunches(catalogue: Catalogue): Launch[] {
  let all = launchesOf.get(catalogue);
  if (!all) {
    all = [...catalogue.models.values()]
      .flatMap((entry) => launchOf(entry, catalogue) ?? [])
      .sort((a, b) => newestFirst({ id: a.model.path, date: a.date }, { id: b.model.path, date: b.date }));
    launchesOf.set(catalogue, all);
  }
  return all;
}

function launchOf({ id, data, filePath }: ModelEntry, catalogue: Catalogue): Launch | undefined {
  const { released, status, access, sources } = data;
  if (!released) return undefined;
  const provider = data.provider === undefined ? undefined : need(catalogue.providers, data.provider, filePath).data;
  const numbers = [...new Set([released, access, status].flatMap((fact) => fact?.sources ?? []))];
  return {
    model: { label: data.name, path: modelPath(id) },
    provider: provider && { label: provider.shortName, path: providerPath(data.provider ?? '') },
    date: toDay(released.value),
    access: accessText(data),
    status: status && { text: status.value, asOf: status.asOf === undefined ? undefined : toDay(status.asOf) },
    note: status?.note,
    checked: checkedOf(sources, numbers),
    sources: sourcesAt(sources, numbers),
  };
}

const accessNames = { app: 'app', api: 'API', 'early access': 'early access' } as const;

/** How people get at a model: `app, API and open weights`; undefined where nothing is published. */
export function accessText({ access, openWeights }: ModelEntry['data']): string | undefined {
  const ways = [
    ...(access?.value.map((way) => accessNames[way]) ?? []),
    ...(openWeights?.value === true ? ['open weights'] : []),
  ];
  return ways.length === 0 ? undefined : listed(ways);
}

/** The release of a model, and its end where it was discontinued. */
export function launchEntries({ id, data }: ModelEntry): TimelineEntry[] {
  const { name, released, status, sources } = data;
  const common = { subject: { label: name, path: modelPath(id) }, path: modelPath(id) };
  return [
    ...(released
      ? [
          {
            ...common,
            id: `launches/${id}`,
            kind: 'launch' as const,
            date: toDay(released.value),
            text: `${name} comes out.`,
            sources: sourcesAt(sources, released.sources),
          },
        ]
      : []),
    ...(status?.value === 'discontinued' && status.asOf !== undefined
      ? [
          {
            ...common,
            id: `launches/${id}/discontinued`,
            kind: 'end' as const,
            date: toDay(status.asOf),
            text: `${name} is discontinued.${status.note === undefined ? '' : ` ${status.note}`}`,
            sources: sourcesAt(sources, status.sources),
          },
        ]
      : []),
  ];
}
