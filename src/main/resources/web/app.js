import { html, nothing, render } from './vendor/lit-html/lit-html.js';
import { readersLanguage } from './address.js';
import { askForTokenWith } from './api.js';
import { followAddress, openedOption } from './advice.js';
import { later, laterWords } from './later.js';
import { patiently } from './patience.js';
import { readAddress } from './request.js';
import { drawWith, state, update } from './state.js';
import { applyTheme } from './theme.js';
import { advicePage } from './views/advice-page.js';
import { banner } from './views/banner.js';
import { footer, header, skipLinks } from './views/shell.js';
import { toastBox } from './views/toast.js';
import { askForToken, tokenDialog } from './views/token.js';
import { learn, say, speaks, text } from './words.js';

/** Views that are loaded when somebody goes there: a module's function that draws what is behind the first step. */
const ROUTES = {
  requests: async () => (await import('./views/requests.js')).requestsView,
  audit: async () => (await import('./views/audit.js')).auditView,
  rules: async () => (await import('./views/rules.js')).rulesView,
};

const waiting = () => html`<p class="quiet" role="status">${say('loading')}</p>`;

/** Those that have come, by the first step of their place. */
const views = new Map();

let view = waiting;
let steps = 0;
let drawn = false;

function page() {
  return html`
    ${skipLinks()} ${header()}
    <div class="banners">${banner()}</div>
    <main id="main" tabindex="-1">${view(state.path.split('/').slice(1))}</main>
    ${footer()} ${toastBox()} ${later()?.offerDialog() ?? nothing} ${tokenDialog()}
  `;
}

/** What the document says until then goes with the first drawing. */
function draw() {
  const app = document.getElementById('app');
  if (!speaks()) {
    return;
  }
  if (!drawn) {
    drawn = true;
    app.replaceChildren();
  }
  document.documentElement.lang = state.language === 'zh' ? 'zh-Hans' : 'en';
  document.title = titleOf(openedOption());
  render(page(), app);
}

/** What the page shows, as a tab, a bookmark and a print are called. */
function titleOf(opened) {
  const shown = opened?.title ?? (state.path === 'advice' ? state.answer?.answer?.do?.[0] : null);
  return shown ? `${text(shown)} · ${say('title')}` : say('title');
}

/**
 * Goes where the address bar points to. What must be fetched for it first is told, unless the reader has gone on: then there
 * is nothing to promise.
 */
async function follow() {
  const before = { path: state.path, option: state.option };
  const step = ++steps;
  const address = await readAddress(location.hash);
  await patiently(() => learn(address.language));
  if (step === steps) {
    const route = address.path.split('/')[0];
    view = ROUTES[route] ? (views.get(route) ?? waiting) : advicePage;
    update(address);
    followAddress();
    await (view === waiting ? opened(route, step) : null);
  }
  return step === steps ? before : null;
}

async function opened(route, step) {
  const [found] = await Promise.all([patiently(ROUTES[route]), laterWords()]);
  views.set(route, found);
  if (step === steps) {
    view = found;
    update();
  }
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
  globalThis.pageHasBegun = true;
  update({ language: readersLanguage() });
  applyTheme();
  askForTokenWith(askForToken);
  drawWith(draw);
  window.addEventListener('hashchange', async () => {
    const before = await follow();
    before && moveFocus(before);
  });
  await follow();
}

start();
