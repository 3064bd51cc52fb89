import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { live } from '../../vendor/lit-html/directives/live.js';
import { setModel } from '../../advice.js';
import { state, update } from '../../state.js';
import { say, text } from '../../words.js';
import { field, isFaulty } from './fields.js';
import { severalTitle } from './several.js';

/** What is typed, and which of the models that match is pointed at; `null` while the list is closed. */
let search = null;

/** Search among the catalog's models: a combobox as the ARIA practices describe it. */
export function modelField() {
  const open = search !== null;
  const matches = open ? matching(search.typed) : [];
  return field(
    'model',
    html`<div class="combobox">
      <input
        id="field-model"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls="models"
        aria-activedescendant=${open && matches[search.at] ? `model-${search.at}` : ''}
        aria-invalid=${isFaulty('model')}
        aria-describedby="fault-model"
        autocomplete="off"
        spellcheck="false"
        placeholder=${say('model.search')}
        .value=${live(open ? search.typed : (severalTitle() ?? titleOf(state.fields.model)))}
        @focus=${(event) => event.target.select()}
        @click=${() => open || look('', 0)}
        @input=${(event) => look(event.target.value, 0)}
        @keydown=${(event) => press(event, matches)}
        @blur=${close}
      />
      ${list(open, matches)}
    </div>`,
  );
}

function list(open, matches) {
  return html`<ul id="models" role="listbox" aria-label=${say('field.model')} ?hidden=${!open}>
    ${matches.map(
      (model, i) => html`<li
        id=${`model-${i}`}
        role="option"
        aria-selected=${i === search.at ? 'true' : 'false'}
        @mousedown=${(event) => event.preventDefault()}
        @click=${() => choose(model)}
      >
        ${text(model.title)} <span class="quiet small">${model.id}</span>
      </li>`,
    )}
    ${open && matches.length === 0 ? html`<li class="none" role="option" aria-selected="false" aria-disabled="true">${say('model.none')}</li>` : nothing}
  </ul>`;
}

function titleOf(id) {
  const model = state.models.find((known) => known.id === id);
  return model ? text(model.title) : (id ?? '');
}

function matching(typed) {
  const parts = typed.toLowerCase().split(/\s+/);
  return state.models.filter((model) => {
    const words = `${model.id} ${model.title.en} ${model.title.zh}`.toLowerCase();
    return parts.every((part) => words.includes(part));
  });
}

function look(typed, at) {
  search = { typed, at };
  update();
}

function close() {
  search = null;
  update();
}

function choose(model) {
  close();
  setModel(model.id);
}

function press(event, matches) {
  const action = ACTIONS[event.key];
  if (action && action(matches) !== false) {
    event.preventDefault();
    document.getElementById(`model-${search?.at}`)?.scrollIntoView({ block: 'nearest' });
  }
}

const ACTIONS = {
  ArrowDown: (matches) => step(1, matches),
  ArrowUp: (matches) => step(-1, matches),
  Enter: (matches) => (search && matches[search.at] ? choose(matches[search.at]) : false),
  Escape: () => (search ? close() : false),
};

function step(by, matches) {
  if (search === null) {
    look('', 0);
  } else {
    look(search.typed, (search.at + by + matches.length) % Math.max(1, matches.length));
  }
}
