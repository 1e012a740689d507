/** What is read of a story, in its order: what only shows figures, links or controls is left out. */
const spoken =
  '.prose h1, .prose .dek, .prose > p, .prose > h2, .prose > h3, .prose > ul > li, .prose > blockquote > p';

/** Lets the browser read a story aloud, where it has a voice. */
export function offerListening(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-listen]');
  if (!button || !('speechSynthesis' in globalThis)) return;
  const voice = globalThis.speechSynthesis;
  let reading = false;
  const show = (isReading: boolean): void => {
    reading = isReading;
    button.textContent = reading ? 'Stop' : 'Listen';
  };
  button.disabled = false;
  button.addEventListener('click', () => {
    voice.cancel();
    if (reading) {
      show(false);
      return;
    }
    // Browsers cut a long utterance off, so each paragraph is one.
    const utterances = [...document.querySelectorAll<HTMLElement>(spoken)].map((element) => utteranceOf(element));
    utterances.at(-1)?.addEventListener('end', () => show(false));
    for (const utterance of utterances) voice.speak(utterance);
    show(true);
  });
  // It would go on when the page is left.
  addEventListener('pagehide', () => voice.cancel());
}

function utteranceOf(element: HTMLElement): SpeechSynthesisUtterance {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const mark of copy.querySelectorAll('[data-footnote-ref]')) mark.remove();
  const utterance = new SpeechSynthesisUtterance(copy.textContent);
  utterance.lang = document.documentElement.lang;
  return utterance;
}
