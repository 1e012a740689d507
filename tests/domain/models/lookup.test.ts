import { findModels, isNamed, type NamedModel } from '#domain/models/lookup';
import { describe, expect, it, test } from 'vitest';

const kling: NamedModel = { name: 'Kling 2.6', maker: 'Kuaishou', aliases: ['可灵', 'kling-2.6-pro'] };
const veo: NamedModel = { name: 'Veo 3.1', maker: 'Google', aliases: [] };
const ray: NamedModel = { name: 'Luma Ray3', maker: 'Luma', aliases: ['Veo rival'] };

describe('a model is meant', () => {
  it.each([
    ['no words', ''],
    ['the start of its name', 'kli'],
    ['words without spaces and signs', 'KLING26'],
    ['its maker', 'kuai'],
    ['its maker and its name', 'kuaishou kling'],
    ['another name', 'pro'],
    ['another script', '可灵'],
    ['the name of its series and its version', '可灵2.6'],
  ])('by %s', (_what, query) => {
    expect(isNamed(kling, query)).toBe(true);
  });

  it.each(['veo', 'kling 3', 'kling 2.60', 'ling x', 'kuaishou veo'])('but not by “%s”', (query) => {
    expect(isNamed(kling, query)).toBe(false);
  });
});

test('models whose own name begins with the words come first, the others in their order', () => {
  expect(findModels([kling, ray, veo], 'veo', 5)).toEqual([veo, ray]);
  expect(findModels([kling, ray, veo], '', 2)).toEqual([kling, ray]);
});
