/* global Chart */

/** The library is fetched when the first chart is drawn, once. */
let library = null;

function loaded() {
  library ??= new Promise((done, failed) => {
    const script = Object.assign(document.createElement('script'), { src: 'vendor/chart.js/dist/chart.umd.min.js', onload: done, onerror: failed });
    document.head.append(script);
  });
  return library;
}

/** A chart that is drawn anew when its `config` changes: `<chart-box .config=${…}>`. Its words come as its label. */
class ChartBox extends HTMLElement {
  #chart = null;
  #config = null;

  set config(config) {
    this.#config = config;
    if (this.isConnected) {
      this.#draw();
    }
  }

  /** How high it is, in pixels. */
  set pixels(pixels) {
    this.style.height = `${pixels}px`;
  }

  connectedCallback() {
    this.#draw();
  }

  disconnectedCallback() {
    this.#chart?.destroy();
    this.#chart = null;
  }

  async #draw() {
    await loaded();
    this.#chart?.destroy();
    this.#chart = null;
    if (!this.isConnected) {
      return;
    }
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    this.replaceChildren(canvas);
    this.#chart = this.#config ? new Chart(canvas, withStyle(this.#config(colours()))) : null;
  }
}

customElements.define('chart-box', ChartBox);

const NAMES = ['ink', 'quiet', 'line', 'good', 'weak', 'bad', 'open', 'fair', 'accent', 'surface', 'weights', 'cache', 'runtime', 'edge'];

/** The colours of the sheet as the theme has them now. */
function colours() {
  const probe = document.createElement('span');
  document.body.append(probe);
  const found = Object.fromEntries(NAMES.map((name) => [name, resolved(probe, name)]));
  probe.remove();
  return found;
}

function resolved(probe, name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

/** A colour, so that what lies behind it shows. */
export function faint(colour) {
  return colour.replace(/^rgba?\(([^)]+)\)$/, (_, parts) => `rgba(${parts.split(',').slice(0, 3)}, 0.16)`);
}

function withStyle(config) {
  const { ink, line } = colours();
  Chart.defaults.color = ink;
  Chart.defaults.borderColor = line;
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 12;
  const options = { responsive: true, maintainAspectRatio: false, animation: false, ...config.options };
  return { ...config, options };
}

/** What a chart must be redrawn for besides its data. */
export function appearance() {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return `${document.documentElement.dataset.theme} ${dark} ${document.documentElement.lang}`;
}
