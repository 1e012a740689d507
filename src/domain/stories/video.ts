/** A video of another site, as it is shown once a reader asks for it. */
export interface VideoEmbed {
  /** A player in a frame, or a file that the browser plays itself. */
  kind: 'frame' | 'file';
  src: string;
  /** Who is contacted, for the reader to know before. */
  host: string;
}

/** Sites whose players may be put into a frame. */
export const playerOrigins = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'] as const;

/**
 * Where a video is loaded from when a reader asks for it.
 * @param url an address at YouTube or Vimeo, or of a file
 */
export function videoEmbed(url: string): VideoEmbed {
  const { hostname, pathname, searchParams } = new URL(url);
  const [youtube, vimeo] = playerOrigins;
  if (hostname === 'www.youtube.com')
    return {
      kind: 'frame',
      src: `${youtube}/embed/${encodeURIComponent(searchParams.get('v') ?? '')}?autoplay=1`,
      host: 'YouTube',
    };
  if (hostname === 'youtu.be') return { kind: 'frame', src: `${youtube}/embed${pathname}?autoplay=1`, host: 'YouTube' };
  // dnt: Vimeo sets no cookie for the count of views.
  if (hostname === 'vimeo.com')
    return { kind: 'frame', src: `${vimeo}/video${pathname}?dnt=1&autoplay=1`, host: 'Vimeo' };
  return { kind: 'file', src: url, host: hostname };
}
