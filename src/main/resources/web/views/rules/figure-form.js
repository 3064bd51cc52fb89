import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { live } from '../../vendor/lit-html/directives/live.js';
import { figuresOf, parametersIn, unitName, withFigure } from '../../figure-text.js';
import { write } from '../../known-file.js';
import { update } from '../../state.js';
import { say, text } from '../../words.js';
import { goTo } from './text-pane.js';

const WRITTEN = { value: /^-?\d+(\.\d+)?$/, source: /^[\w.-]+(#[\w.-]+)?$/ };

/** The values of one parameter of a file, each with its source, in fields, which write its text. */
export function figureForm(file, line, known) {
  const all = parametersIn(file.text);
  const chosen = all.find(({ id }) => id === chosenOf(file, line)) ?? all.findLast((one) => one.line <= line) ?? all[0];
  file.chosen = chosen && { id: chosen.id, line };
  return chosen
    ? html`<details class="rule-form" open>
        <summary>${say('figure-form.title')}</summary>
        <div class="rule-fields">${choice(file, line, all, chosen, known)} ${fields(file, chosen.id, known)}</div>
      </details>`
    : nothing;
}

function chosenOf({ chosen }, line) {
  return chosen?.line === line ? chosen.id : null;
}

function choice(file, line, all, chosen, known) {
  return html`<p class="rule-field wide">
    <label for="figure-of">${say('figure-form.of')}</label>
    <select id="figure-of" @change=${(event) => choose(file, line, all, event.target.value)}>
      ${all.map(({ id }) => html`<option value=${id} ?selected=${id === chosen.id}>${called(known, id)}</option>`)}
    </select>
  </p>`;
}

/** What a parameter is called; one that is not saved yet, by its id. */
function called({ files }, id) {
  const title = partOf(files, id)?.title;
  return title ? `${text(title)} (${id})` : id;
}

function partOf(files, id) {
  return files.flatMap(({ parts }) => parts).find(({ name, title }) => title && name === id);
}

function choose(file, line, all, id) {
  file.chosen = { id, line };
  update();
  goTo(all.find((one) => one.id === id).line, 1, false);
}

function fields(file, id, known) {
  const figures = figuresOf(file.text, id);
  const unit = unitName(partOf(known.files, id)?.unit ?? '1');
  return figures.length === 0
    ? html`<p class="quiet wide">${say('figure-form.unsure')}</p>`
    : html`${figures.map((figure, index) => entry(file, id, figure, index, unit))}
        <datalist id="figure-sources">${[...known.sources.values()].map((source) => html`<option value=${source.id}>${text(source.title)}</option>`)}</datalist>`;
}

function entry(file, id, { since, value, source }, index, unit) {
  const label = unit ? say('figure-form.value.unit', { since, unit }) : say('figure-form.value', { since });
  return html`
    <p class="rule-field">
      <label for=${`figure-value-${index}`}>${label}</label>
      <input id=${`figure-value-${index}`} inputmode="decimal" autocomplete="off" .value=${live(value.written)}
        @change=${(event) => take(file, id, index, 'value', event.target)} />
    </p>
    <p class="rule-field">
      <label for=${`figure-source-${index}`}>${say('figure-form.source', { since })}</label>
      <input id=${`figure-source-${index}`} list="figure-sources" autocomplete="off" spellcheck="false" .value=${live(source.written)}
        @change=${(event) => take(file, id, index, 'source', event.target)} />
    </p>
  `;
}

/** What is no figure, or no name of a source, is not taken: the field shows again what stands in the text. */
function take(file, id, index, name, field) {
  const written = field.value.trim();
  if (WRITTEN[name].test(written)) {
    write(file, withFigure(file.text, id, index, name, written));
  }
  update();
}
