import type { DataTable } from '../site/data-table.ts';

/** The kinds of trackers, in the order of menus. */
export const trackerIds = ['lawsuits', 'rules', 'launches', 'prices'] as const;
export type TrackerId = (typeof trackerIds)[number];

/** What a tracker is called and what it follows. */
export interface TrackerInfo {
  id: TrackerId;
  name: string;
  /** In one sentence, for readers. */
  description: string;
}

/** Names and descriptions of all trackers. */
export const trackers: Readonly<Record<TrackerId, TrackerInfo>> = {
  lawsuits: {
    id: 'lawsuits',
    name: 'Lawsuits',
    description: 'Who sues whom over generative video and pictures, in which court, and what comes next.',
  },
  rules: {
    id: 'rules',
    name: 'Rules',
    description: 'Laws and bills for AI video: where they apply, from when, and what they require.',
  },
  launches: {
    id: 'launches',
    name: 'Launches',
    description: 'Every video model with a known release date, newest first, and how to get access.',
  },
  prices: {
    id: 'prices',
    name: 'Prices',
    description: 'What a second of video costs through an API: by model, size, sound and seller, with its history.',
  },
};

/** A tracker as data for others. */
export interface TrackerData extends DataTable {
  id: TrackerId;
  /** The day of the newest check. */
  checked: string | undefined;
}
