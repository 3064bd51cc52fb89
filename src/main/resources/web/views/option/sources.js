import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { closeBeside, modal } from '../../dialogs.js';
import { state, update } from '../../state.js';
import { has, say, text } from '../../words.js';

/** The numbers of the sources that something rests on; each opens what was read there. */
export function citations(sources, explanation) {
  if (!explanation || sources.length === 0) {
    return nothing;
  }
  return html`<span class="citations">${sources.map((citation) => cite(citation, explanation))}</span>`;
}

function cite(citation, explanation) {
  const source = explanation.sources[citation];
  if (!source) {
    return nothing;
  }
  const shown = `[${number(citation, source, explanation)}]`;
  const label = say('source.open', { number: shown, title: titleOf(source) });
  return html`<button type="button" class="plain cite" aria-label=${label} title=${titleOf(source)} @click=${() => update({ source: citation })}
    >${shown}</button
  >`;
}

/** `3`, or `3.2` for the second place of that source. */
function number(citation, { id }, explanation) {
  const places = Object.keys(explanation.sources).filter((other) => other.startsWith(`${id}#`));
  const place = places.indexOf(citation) + 1;
  return `${numberOf(id, explanation)}${place > 0 ? `.${place}` : ''}`;
}

function titleOf(source) {
  return source.title ? text(source.title) : source.id;
}

/** The same for every option: the place of the source among all of the catalog. */
function numberOf(id, explanation) {
  const known = state.sources?.value;
  return (known?.has(id) ? [...known.keys()] : ids(explanation)).indexOf(id) + 1;
}

/** The ids of the sources that are cited, sorted. */
function ids(explanation) {
  return [...new Set(Object.values(explanation.sources).map((source) => source.id))].sort();
}

/** Every source that is cited, by its number. */
export function sourceList(explanation) {
  const known = ids(explanation);
  const byId = new Map(Object.values(explanation.sources).map((source) => [source.id, source]));
  return html`<p class="small quiet">${say('source.all', { count: known.length })}</p>
    <ol class="plain-list small">
      ${known.map((id) => html`<li value=${numberOf(id, explanation)}>${line(byId.get(id))}</li>`)}
    </ol>`;
}

function line(source) {
  return html`${[titleOf(source), day(source), grade(source)].filter(Boolean).join(' · ')} · ${where(source)}`;
}

function day({ published, retrieved }) {
  return published ?? (retrieved ? say('source.retrieved', { day: retrieved }) : null);
}

function grade(source) {
  const key = `Grade.${source.grade}`;
  return has(key) ? say(key) : source.grade;
}

/** What was read at the place that was clicked. */
export function sourceDialog(explanation) {
  const source = explanation.sources[state.source];
  if (!source) {
    return nothing;
  }
  return html`
    <dialog class="source" aria-labelledby="source-title" ${modal()} @click=${closeBeside} @close=${() => update({ source: null })}>
      <h3 id="source-title">${titleOf(source)}</h3>
      ${source.place ? html`<p>${text(source.place)}</p>` : nothing} ${readings(source)}
      <dl>
        ${fact('day', day(source))} ${fact('kind', grade(source))} ${fact('author', source.author)}
        ${fact('where', where(source))} ${fact('id', html`<code>${state.source}</code>`)}
      </dl>
      <form method="dialog"><button class="main" autofocus>${say('close')}</button></form>
    </dialog>
  `;
}

function readings(source) {
  if (source.read.length === 0) {
    return html`<p class="quiet">${say('source.no-reading')}</p>`;
  }
  return html`<ul class="readings">
    ${source.read.map(reading)}
  </ul>`;
}

function reading(read) {
  const facts = [read.date, read.confidence && say(`Confidence.${read.confidence}`)];
  return html`<li>
    ${read.asPrinted ? html`<blockquote>${read.asPrinted}</blockquote>` : nothing}
    <p class="small quiet">${[figureName(read), ...facts].filter(Boolean).join(' · ')}</p>
  </li>`;
}

function figureName({ figure, parameter }) {
  const key = `figure.${figure}`;
  return has(key) ? say(key) : (parameter ?? figure);
}

function fact(name, value) {
  return value
    ? html`<div>
        <dt>${say(`source.${name}`)}</dt>
        <dd>${value}</dd>
      </div>`
    : nothing;
}

function where(source) {
  return source.address
    ? html`<a href=${source.address} target="_blank" rel="noopener noreferrer">${source.where}</a>`
    : source.where;
}
