import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import StoryPage from '#layouts/StoryPage.astro';
import { frameOf } from '#queries/frame';
import { story } from '#queries/stories';
import hero from '../../content/articles/2026/artists-stealing-isnt-innovation/hero.webp';
import { article, author, catalogueOf, category } from '../queries/entries.ts';
import { print } from './container.ts';

const paragraph = (subject: string): string => `<p>${subject} is what this paragraph is about, at a length that a paragraph in a newspaper has, with a comma here, another one there, and a full stop at its end. It then goes on for one more sentence, so that nobody takes it for a caption.</p>`;
