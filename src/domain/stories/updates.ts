import { isoMoment } from '../text/dates.ts';
import type { BodyPart, UpdatePart } from './body.ts';
import { storyDate, type StoryDate } from './story-dates.ts';

/** The moment of an update in UTC: `2026-11-27T16:05:00Z`. @param written an existing moment with its time zone */
export const updateMoment = (written: string): string => isoMoment(new Date(written));

/** An update's minute, which is its name for ever: `20261127-1605`. @param at the moment in UTC */
export const updateName = (at: string): string => at.slice(0, 16).replace(/[-:]/gu, '').replace('T', '-');

/** The anchor of an update on the page of its story. @param at the moment in UTC */
export const updateAnchor = (at: string): string => `update-${updateName(at)}`;

/** The permanent id of an update. @param story the permanent id of its story; @param at the moment in UTC */
export const updateId = (story: string, at: string): string => `${story}/update/${updateName(at)}`;

/** The moment of an update for readers: `27 November 2026, 16:05 UTC`. @param at the moment in UTC */
export function updateTime(at: string): string {
  const { text, clock } = updateDate(at);
  return `${text}, ${clock}`;
}

/** The moment of an update with its hour, on every day. @param at the moment in UTC */
export const updateDate = (at: string): StoryDate => storyDate(at, at.slice(0, 10));

/** The updates of a text, newest first. */
export const updatesIn = (parts: readonly BodyPart[]): UpdatePart[] =>
  parts.filter((part) => part.kind === 'update').sort((a, b) => (a.at < b.at ? 1 : -1));

/** A text as readers see it: what comes before its first update, the updates with the newest first, and the rest. */
export function newestUpdateFirst(parts: readonly BodyPart[]): BodyPart[] {
  const first = parts.findIndex(({ kind }) => kind === 'update');
  if (first === -1) return [...parts];
  const rest = parts.slice(first).filter(({ kind }) => kind !== 'update');
  return [...parts.slice(0, first), ...updatesIn(parts), ...rest];
}
