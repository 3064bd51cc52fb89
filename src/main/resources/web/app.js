import { html, nothing, render } from './vendor/lit-html/lit-html.js';
import { askForTokenWith, get } from './api.js';
import { followAddress, openedOption } from './advice.js';
import { watchHealth } from './health.js';
import { readAddress } from './request.js';
import { drawWith, state, update } from './state.js';
import { applyTheme } from './theme.js';
import { advicePage } from './views/advice-page.js';
import { offerDialog } from './views/ask/offer-dialog.js';
import { banner } from './views/banner.js';
import { footer, header, skipLinks } from './views/shell.js';
import { toastBox } from './views/toast.js';
import { askForToken, tokenDialog } from './views/token.js';
import { addWords, loadWords, say, text } from './words.js';

/** Views that are loaded when somebody goes there: a module's function that draws what is behind the first step. */
const ROUTES = {
  advice: async () => advicePage,
  requests: async () => (await import('./views/requests.js')).requestsView,
  audit: async () => (await import('./views/audit.js')).auditView,
  rules: async () => (await Promise.all([import('./views/rules.js'), loadWords('rules')]))[0].rulesView,
};

const RETRY_MS = 2000;

let view = () => nothing;
let ready = false;

function page() {
  return html`
    ${skipLinks()} ${header()}
    <div class="banners">${banner()}</div>
    <main id="main" tabindex="-1">${ready ? view(state.path.split('/').slice(1)) : html`<p class="quiet" role="status">${say('loading')}</p>`}</main>
    ${footer()} ${toastBox()} ${offerDialog()} ${tokenDialog()}
  `;
}

function draw() {
  document.documentElement.lang = state.language === 'zh' ? 'zh-Hans' : 'en';
  document.title = titleOf(openedOption());
  render(page(), document.getElementById('app'));
}

/** What the page shows, as a tab, a bookmark and a print are called. */
function titleOf(opened) {
  const shown = opened?.title ?? (state.path === 'advice' ? state.answer?.answer?.do?.[0] : null);
  return shown ? `${text(shown)} · ${say('title')}` : say('title');
}

/** Goes where the address bar points to. */
async function follow() {
  const before = { path: state.path, option: state.option };
  const address = await readAddress(location.hash);
  view = await (ROUTES[address.path.split('/')[0]] ?? ROUTES.advice)();
  update(address);
  followAddress();
  return before;
}

/** Whoever listens rather than looks must be taken to what has changed. */
function moveFocus(before) {
  queueMicrotask(() => {
    if (before.path !== state.path) {
      document.getElementById('main').focus();
    } else if (before.option !== state.option) {
      document.getElementById(openedOption() ? 'option-title' : `open-${before.option}`)?.focus();
    }
  });
}

async function start() {
  update({ language: navigator.language.startsWith('zh') ? 'zh' : 'en' });
  applyTheme();
  askForTokenWith(askForToken);
  const words = Promise.all([patiently('api/words'), patiently('api/fields')]);
  await Promise.all(['shell', 'ask', 'decide', 'option', 'compare', 'audit', 'requests'].map(loadWords));
  drawWith(draw);
  watchHealth();
  await Promise.all([follow(), words.then(begin)]);
  window.addEventListener('hashchange', async () => moveFocus(await follow()));
  update({ models: (await patiently('api/models')).models });
}

/** From now on there are words for all that the server says. */
function begin([words, form]) {
  addWords(words);
  ready = true;
  update({ form: form.fields, currencies: form.currencies });
}

/** A server that is not there yet may come. */
async function patiently(path) {
  for (;;) {
    try {
      return await get(path);
    } catch {
      await new Promise((later) => setTimeout(later, RETRY_MS));
    }
  }
}

start();
