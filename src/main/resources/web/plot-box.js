import { render } from './vendor/lit-html/lit-html.js';

/** A drawing that is made anew for each width: `<plot-box .drawing=${(width) => html`<svg …>`}>`. */
class PlotBox extends HTMLElement {
  #drawing = null;
  #watch = new ResizeObserver(() => this.#draw());

  set drawing(drawing) {
    this.#drawing = drawing;
    this.#draw();
  }

  connectedCallback() {
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    this.#watch.disconnect();
  }

  #draw() {
    if (this.#drawing && this.clientWidth > 0) {
      render(this.#drawing(this.clientWidth), this);
    }
  }
}

customElements.define('plot-box', PlotBox);
