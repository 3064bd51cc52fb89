const KEY = 'advisor-theme';

/** What the reader may choose; the first follows the system. */
export const THEMES = ['auto', 'light', 'dark'];

export function theme() {
  return localStorage.getItem(KEY) ?? THEMES[0];
}

export function chooseTheme(chosen) {
  localStorage.setItem(KEY, chosen);
  applyTheme();
}

export function applyTheme() {
  document.documentElement.dataset.theme = theme();
}
