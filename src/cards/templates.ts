import { socialSize, type Card } from '#domain/site/card';
import {
  box,
  colours,
  contentWidth,
  foot,
  headline,
  interval,
  kicker,
  line,
  margin,
  numeral,
  paperCard,
  text,
  wordmarkOf,
  type Part,
} from './parts.ts';

/** A text as it can be drawn; undefined when the card fonts lack its letters. */
export type Words = (text: string) => string | undefined;

type CardOf<Kind extends Card['kind']> = Extract<Card, { kind: Kind }>;

/** One template per kind of card. Where a name cannot be drawn, its id takes its place: an id is made of plain letters. */
export function templateOf(card: Card, words: Words): Part {
  switch (card.kind) {
    case 'board':
      return board(card, words);
    case 'model':
      return model(card, words);
    case 'section':
      return section(card, words);
    case 'site':
      return site(card, words);
  }
}

function board({ id, name, headline: finding, rows, foot: last }: CardOf<'board'>, words: Words): Part {
  const [nameX, axisX, rowHeight] = [190, 600, 50];
  const drawnName = words(name) ?? id;
  return paperCard(
    kicker(drawnName),
    headline(words(finding) ?? drawnName, margin, 176, contentWidth, 112),
    ...rows.flatMap((row, index) => {
      const top = 300 + index * rowHeight;
      const rule =
        index === 0
          ? box(margin, top, contentWidth, 4, { background: colours.black })
          : box(margin, top, contentWidth, 1, { background: colours.hairline });
      const nameWidth = (row.interval ? axisX : socialSize.width - margin) - nameX - 16;
      return [
        rule,
        numeral(row.rank, margin, top + 6, 42),
        line(words(row.name) ?? row.id, nameX, top + 9, nameWidth, 27, colours.black),
        ...(row.interval
          ? [
              interval(row.interval, axisX, top + 10, socialSize.width - margin - axisX, {
                axis: colours.hairline,
                bar: colours.grey,
              }),
            ]
          : []),
      ];
    }),
    foot(last),
  );
}

function model({ id, name, provider, figures, foot: last }: CardOf<'model'>, words: Words): Part {
  const [gap, columns] = [24, 3];
  const width = (contentWidth + gap) / columns - gap;
  return paperCard(
    kicker((provider && words(provider)) ?? 'Model'),
    headline(words(name) ?? id, margin, 176, contentWidth, figures.length > 0 ? 210 : 380),
    ...figures.flatMap(({ value, label }, index) => {
      const left = margin + index * (width + gap);
      return [
        box(left, 404, width, 4, { background: colours.black }),
        numeral(value, left, 420, 96),
        line(words(label) ?? '', left, 516, width, 22, colours.black),
      ];
    }),
    foot(last),
  );
}

/** A category, or the reviews: its stories without a picture show this card too. */
function section({ id, kicker: small, name, description }: CardOf<'section'>, words: Words): Part {
  const width = 700;
  return paperCard(
    box(760, 190, 600, 600, { background: colours.signal, borderRadius: 300 }),
    kicker(small),
    headline(words(name) ?? id, margin, 176, width, 250, [220, 200, 180, 160, 140, 120, 96, 72, 48]),
    box(
      margin,
      460,
      width,
      140,
      {},
      text(words(description) ?? '', 'Interface', 32, { width, lineHeight: 1.3, whiteSpace: 'normal', lineClamp: 3 }),
    ),
  );
}

/** Ornament: intervals as boards draw them, on one scale. */
const ornament = [
  { from: 0.7, to: 0.98, score: 0.88 },
  { from: 0.62, to: 0.9, score: 0.78 },
  { from: 0.54, to: 0.8, score: 0.69 },
  { from: 0.32, to: 0.59, score: 0.46 },
];

function site({ tagline }: CardOf<'site'>, words: Words): Part {
  const { width, height } = socialSize;
  return box(
    0,
    0,
    width,
    height,
    { background: colours.black },
    box(0, 0, width, 14, { background: colours.signal }),
    wordmarkOf(78, 130, 1043, colours.bone),
    line(words(tagline) ?? '', 90, 282, 1020, 40, colours.bone),
    ...ornament.map((row, index) => interval(row, 90, 400 + index * 42, 1020, { axis: '#37332f', bar: '#6c675f' })),
  );
}
