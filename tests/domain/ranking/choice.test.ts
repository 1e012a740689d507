import { describe, expect, test } from 'vitest';
import {
  choiceOf,
  everything,
  isChosen,
  paramsOf,
  presets,
  type ChoosableModel,
} from '#domain/ranking/consensus/choice';

const publishers = ['Arena', 'Lab'];
const model = (facts: Partial<ChoosableModel> = {}): ChoosableModel => ({ imageToVideo: false, ...facts });

describe('a choice', () => {
  test.each([
    ['nothing is wanted', {}, model(), true],
    ['cheap enough', { maxPrice: 0.1 }, model({ price: 0.1 }), true],
    ['too dear', { maxPrice: 0.1 }, model({ price: 0.11 }), false],
    [
      'cheap where it is silent',
      { maxPrice: 0.1, sound: true },
      model({ sound: true, price: 0.1, soundPrice: 0.2 }),
      false,
    ],
    ['cheap with sound', { maxPrice: 0.1, sound: true }, model({ sound: true, price: 0.1, soundPrice: 0.1 }), true],
    ['no known price', { maxPrice: 0.1 }, model(), false],
    ['long enough', { minSeconds: 10 }, model({ seconds: 10 }), true],
    ['no known length', { minSeconds: 10 }, model(), false],
    ['sound', { sound: true }, model({ sound: true }), true],
    ['no sound', { sound: true }, model({ sound: false }), false],
    ['unknown sound', { sound: true }, model(), false],
    ['unknown weights', { openWeights: true }, model(), false],
    ['from a picture', { imageToVideo: true }, model({ imageToVideo: true }), true],
    ['one of two wishes', { imageToVideo: true, sound: true }, model({ imageToVideo: true }), false],
  ])('%s', (_, choice, facts, chosen) => {
    expect(isChosen(facts, { ...everything, ...choice })).toBe(chosen);
  });

  test.each([
    ['', everything],
    ['sound=yes', { ...everything, sound: true }],
    [
      'weight-2=0&price=0.1&seconds=10&openWeights=yes&imageToVideo=yes',
      { weights: { Lab: 0 }, maxPrice: 0.1, minSeconds: 10, sound: false, openWeights: true, imageToVideo: true },
    ],
  ])('has the address ?%s', (address, choice) => {
    expect(paramsOf(choice, publishers).toString()).toBe(address);
    const read = choiceOf(new URLSearchParams(address), publishers);
    expect(paramsOf(read, publishers).toString()).toBe(address);
    expect(read.weights).toEqual({ Arena: 1, Lab: 1, ...choice.weights });
  });

  test.each([
    'price=-1',
    'price=',
    'price=x',
    'price=Infinity',
    'seconds=NaN',
    'weight-1=x',
    'weight-9=2',
    'sound=1',
    'constructor=yes',
  ])('ignores ?%s', (address) => {
    expect(paramsOf(choiceOf(new URLSearchParams(address), publishers), publishers).toString()).toBe('');
  });

  test('keeps weights within their range', () => {
    expect(choiceOf(new URLSearchParams('weight-1=-3&weight-2=99'), publishers).weights).toEqual({ Arena: 1, Lab: 3 });
  });

  test('presets have addresses of their own, and ask for something', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    for (const { choice } of presets) expect(paramsOf(choice, publishers).size).toBeGreaterThan(0);
  });
});
