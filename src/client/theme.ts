/** Turns on the theme switch: the choice stays in this browser, and is read before the first paint by a line in the head. */
export function switchTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
  if (!button) return;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = (): boolean => {
    const chosen = document.documentElement.dataset['theme'];
    return chosen === undefined ? system.matches : chosen === 'dark';
  };
  const describe = (): void =>
    button.setAttribute('aria-label', isDark() ? 'Theme: dark, switch to light' : 'Theme: light, switch to dark');
  button.disabled = false;
  describe();
  system.addEventListener('change', describe);
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = theme;
    describe();
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Storage is refused in some private windows: the choice then lasts for this page.
    }
  });
}
