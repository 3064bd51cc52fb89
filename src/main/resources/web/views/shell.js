import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { link } from '../request.js';
import { state, update } from '../state.js';
import { chooseTheme, theme, THEMES } from '../theme.js';
import { say } from '../words.js';

const OTHER_LANGUAGE = { en: 'zh', zh: 'en' };

/** From the top of the page to where somebody with a keyboard wants to be. */
export function skipLinks() {
  const listed = state.path === 'advice' && state.answer?.verdicts;
  return html`${skipLink('main', 'skip')} ${listed ? skipLink('options', 'skip.options') : nothing}`;
}

function skipLink(id, words) {
  return html`<a class="skip" href=${`#${id}`} @click=${(event) => skip(event, id)}>${say(words)}</a>`;
}

function skip(event, id) {
  event.preventDefault();
  const target = document.getElementById(id) ?? document.getElementById('main');
  target.scrollIntoView();
  target.focus();
}

export function header() {
  return html`
    <header class="top">
      <h1><a class="name" href=${link({ path: 'advice', option: null })}>${say('title')}</a></h1>
      <nav aria-label=${say('nav')}>${page('advice')} ${page('requests')} ${page('rules')} ${page('audit')}</nav>
      <div class="settings">${themeChoice()} ${languageSwitch()}</div>
    </header>
  `;
}

function page(path) {
  const here = state.path.split('/')[0];
  const current = (['requests', 'rules', 'audit'].includes(here) ? here : 'advice') === path;
  return html`<a href=${link({ path, option: null })} aria-current=${current ? 'page' : 'false'}>${say(`nav.${path}`)}</a>`;
}

function themeChoice() {
  return html`
    <label class="theme">
      <span class="unseen">${say('theme')}</span>
      <select @change=${(event) => choose(event.target.value)}>
        ${THEMES.map((name) => html`<option value=${name} ?selected=${name === theme()}>${say(`theme.${name}`)}</option>`)}
      </select>
    </label>
  `;
}

function choose(name) {
  chooseTheme(name);
  update();
}

/** Named in the language that it leads to. */
function languageSwitch() {
  const other = OTHER_LANGUAGE[state.language];
  return html`<a class="language" id="language" lang=${other === 'zh' ? 'zh-Hans' : 'en'} href=${link({ language: other })}
    >${say('language.other')}</a
  >`;
}

export function footer() {
  return html`<footer class="foot">
    <p>${say('foot.offline')}</p>
    <p>${state.health?.version ? say('foot.version', versions()) : ''}</p>
  </footer>`;
}

function versions() {
  const { version, ruleBase, catalog } = state.health;
  return { version, rules: ruleBase.sha256.slice(0, 12), catalog: catalog.sha256.slice(0, 12) };
}
