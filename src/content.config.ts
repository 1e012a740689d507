import { defineCollection } from 'astro:content';
import { kinds, type Kind } from '#loading/collections';
import { contentLoader } from '#loading/loader';
import { buildTime } from '#loading/build-time';

const collection = <K extends Kind>(kind: K) =>
  defineCollection({ loader: contentLoader(kind, buildTime), schema: kinds[kind].schema });

export const collections = {
  site: collection('site'),
  frontPage: collection('frontPage'),
  categories: collection('categories'),
  authors: collection('authors'),
  providers: collection('providers'),
  models: collection('models'),
  topics: collection('topics'),
  lawsuits: collection('lawsuits'),
  rules: collection('rules'),
  boards: collection('boards'),
  editions: collection('editions'),
  inferences: collection('inferences'),
  evidence: collection('evidence'),
  articles: collection('articles'),
  reviews: collection('reviews'),
  newsletters: collection('newsletters'),
  products: collection('products'),
  pages: collection('pages'),
};
