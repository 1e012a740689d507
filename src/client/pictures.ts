/**
 * Turns on the switch for reading without pictures: the choice stays in this browser, and is read by a line in the head, which
 * refuses them. The page is loaded again, since what was loaded cannot be taken back, nor what was refused.
 */
export function switchPictures(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-pictures-switch]');
  if (!button) return;
  const isOff = document.documentElement.dataset['pictures'] === 'off';
  button.textContent = isOff ? 'Show pictures' : 'Hide pictures';
  button.hidden = false;
  button.addEventListener('click', () => {
    try {
      if (isOff) localStorage.removeItem('pictures');
      else localStorage.setItem('pictures', 'off');
      location.reload();
    } catch {
      // Storage is refused in some private windows.
      button.textContent = 'This browser cannot save the choice';
    }
  });
}
