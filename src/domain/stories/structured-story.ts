import { absolute, cardPath } from '../site/addresses.ts';
import { fullMoment } from '../text/dates.ts';
import type { SocialImage } from '../site/card.ts';
import type { Frame } from '../site/frame.ts';
import type { UpdatePart } from './body.ts';
import { machineDate } from './story-dates.ts';
import { updateAnchor } from './updates.ts';
import type { Made, Picture, Story, Verdict, Writer } from './story.ts';
import { rootNode, type StructuredData } from '../site/structured-data.ts';
import { publisherOf } from '../site/structured-organisation.ts';

/** A picture of a story cut to one ratio. */
export interface StoryImage {
  path: string;
  width: number;
  height: number;
}

/** A hero as other sites show it. */
export interface StoryImages {
  /** For search engines, in several ratios. */
  search: StoryImage[];
  /** For social media. */
  social: SocialImage;
}

/** How a picture made or changed by a generator is marked; see https://schema.org/digitalSourceType. */
const digitalSource: Partial<Record<Made, string>> = {
  ai: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
  edited: 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource',
};

/**
 * What search engines read of a story: a NewsArticle, which with updates is a LiveBlogPosting too, and for a review its judgement.
 * @param images of the hero; without one, the card of the story's section is its picture
 * @param updates newest first
 * @param minutes that the text takes to read
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function storyStructuredData(
  story: Story,
  images: StoryImages | undefined,
  { site }: Pick<Frame, 'site'>,
  updates: readonly UpdatePart[] = [],
  minutes?: number,
): StructuredData[] {
  const { url } = site;
  const address = story.canonical ?? absolute(story.path, url);
  const common = {
    url: absolute(story.path, url),
    author: story.writers.map((writer) => authorOf(writer, url)),
    publisher: publisherOf({ site }),
    datePublished: moment(machineDate(story.date)),
    dateModified: moment(story.changed),
    inLanguage: site.language,
  };
  const article = rootNode(updates.length === 0 ? 'NewsArticle' : ['NewsArticle', 'LiveBlogPosting'], {
    '@id': `${absolute(story.path, url)}#story`,
    headline: story.title,
    description: story.dek,
    ...common,
    mainEntityOfPage: { '@type': 'WebPage', '@id': address },
    identifier: story.id,
    image:
      images === undefined
        ? [absolute(cardPath(story.section.path), url)]
        : images.search.map((image) => imageOf(image, story.hero, url)),
    articleSection: story.section.label,
    keywords: story.tags,
    isAccessibleForFree: true,
    timeRequired: minutes === undefined ? undefined : `PT${minutes}M`,
    about: story.models.map(({ label, path }) => ({
      '@type': 'SoftwareApplication',
      name: label,
      url: absolute(path, url),
    })),
    citation: story.sources.map(({ title, publisher, url: source }) => ({
      '@type': 'CreativeWork',
      name: title,
      publisher: { '@type': 'Organization', name: publisher },
      url: source,
    })),
    correction:
      story.corrections.length === 0
        ? undefined
        : story.corrections.map(({ date, text }) => ({
            '@type': 'CorrectionComment',
            text,
            datePublished: moment(machineDate(date)),
          })),
    ...(updates.length > 0 && liveBlog(updates, story, common, url)),
  });
  return story.verdict ? [article, reviewOf(story, story.verdict, common, url)] : [article];
}

const moment = (written: string): string => new Date(fullMoment(written)).toISOString();

/** An author as JSON-LD. */
export const authorOf = ({ label, path, kind }: Writer, site: string): StructuredData => ({
  '@type': kind === 'person' ? 'Person' : 'Organization',
  name: label,
  url: absolute(path, site),
});

/** @see https://schema.org/LiveBlogPosting */
function liveBlog(
  updates: readonly UpdatePart[],
  story: Story,
  { datePublished, author }: StructuredData,
  site: string,
): StructuredData {
  return {
    coverageStartTime: datePublished,
    liveBlogUpdate: updates.map(({ at, title, text }) => {
      const address = absolute(`${story.path}#${updateAnchor(at)}`, site);
      return {
        '@type': 'BlogPosting',
        '@id': address,
        url: address,
        headline: title,
        articleBody: text,
        datePublished: moment(at),
        author,
      };
    }),
  };
}

function imageOf({ path, width, height }: StoryImage, hero: Picture | undefined, site: string): StructuredData {
  return {
    '@type': 'ImageObject',
    url: absolute(path, site),
    width,
    height,
    caption: hero?.alt,
    creditText: hero?.credit,
    digitalSourceType: hero && digitalSource[hero.made],
  };
}

/**
 * A review with its pros and cons. It has no rating, since the newsroom gives no marks.
 * @see https://developers.google.com/search/docs/appearance/structured-data/product-snippet#pros-and-cons
 */
function reviewOf(
  story: Story,
  { model, text, strengths, limits, bestFor }: Verdict,
  common: StructuredData,
  site: string,
): StructuredData {
  const notes = (lines: readonly string[]): StructuredData => ({
    '@type': 'ItemList',
    itemListElement: lines.map((name, index) => ({ '@type': 'ListItem', position: index + 1, name })),
  });
  return rootNode('Review', {
    '@id': `${absolute(story.path, site)}#review`,
    name: story.title,
    ...common,
    itemReviewed: {
      '@type': ['Product', 'SoftwareApplication'],
      name: model.label,
      url: absolute(model.path, site),
      applicationCategory: 'MultimediaApplication',
    },
    reviewBody: `${text} For: ${bestFor}`,
    positiveNotes: notes(strengths),
    negativeNotes: notes(limits),
  });
}
