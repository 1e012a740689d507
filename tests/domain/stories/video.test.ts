import { expect, test } from 'vitest';
import { videoEmbed } from '#domain/stories/video';

test.each([
  [
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    { kind: 'frame', src: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1', host: 'YouTube' },
  ],
  [
    'https://youtu.be/dQw4w9WgXcQ',
    { kind: 'frame', src: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1', host: 'YouTube' },
  ],
  [
    'https://vimeo.com/76979871',
    { kind: 'frame', src: 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1', host: 'Vimeo' },
  ],
  [
    'https://media.example/a/clip.mp4',
    { kind: 'file', src: 'https://media.example/a/clip.mp4', host: 'media.example' },
  ],
])('%s', (url, embed) => {
  expect(videoEmbed(url)).toEqual(embed);
});
