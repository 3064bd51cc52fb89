import { html, nothing, svg } from '../../vendor/lit-html/lit-html.js';
import { bytes } from '../../format.js';
import { say } from '../../words.js';

const WIDTH = 1000;
const PARTS = [
  { name: 'weights', of: (memory) => (memory.weightsBytes ?? 0) + (memory.weightCopiesBytes ?? 0) },
  { name: 'cache', of: (memory) => memory.kvCacheBytes ?? 0 },
  { name: 'runtime', of: (memory) => memory.runtimeBytes ?? 0 },
];

/** Weights, cache and runtime against what is usable, on one scale; nothing where nothing is held. */
export function memoryBar(memory) {
  if (memory.neededBytes === null || memory.usableBytes === null) {
    return nothing;
  }
  const scale = WIDTH / Math.max(memory.neededBytes, memory.usableBytes);
  return html`
    <figure class="memory">
      <svg viewBox="0 0 1000 24" preserveAspectRatio="none" role="img" aria-label=${described(memory)}>
        <rect class="usable" x="0" y="3" width=${memory.usableBytes * scale} height="18"></rect>
        ${bars(memory, scale)}
        <line class="limit" x1=${memory.usableBytes * scale} x2=${memory.usableBytes * scale} y1="0" y2="24"></line>
      </svg>
      <figcaption class="quiet small">${caption(memory)}</figcaption>
    </figure>
  `;
}

function bars(memory, scale) {
  let from = 0;
  return PARTS.map(({ name, of }) => {
    const width = of(memory) * scale;
    const bar = svg`<rect class=${name} x=${from} y="3" width=${width} height="18"></rect>`;
    from += width;
    return bar;
  });
}

function caption(memory) {
  const short = memory.neededBytes > memory.usableBytes;
  const values = { needed: bytes(memory.neededBytes), usable: bytes(memory.usableBytes) };
  return html`${say('memory.of', values)}${short
    ? html` <strong class="short">${say('memory.short', { by: bytes(memory.neededBytes - memory.usableBytes) })}</strong>`
    : nothing}`;
}

function described(memory) {
  return say('memory.described', {
    weights: bytes(PARTS[0].of(memory)),
    cache: bytes(PARTS[1].of(memory)),
    runtime: bytes(PARTS[2].of(memory)),
    usable: bytes(memory.usableBytes),
  });
}

/** What the colours of the bars mean, once for a list. */
export function memoryKey() {
  return html`<p class="memory-key small quiet">
    ${PARTS.map(({ name }) => html`<span class=${`key ${name}`}>${say(`memory-part.${name}`)}</span>`)}
    <span class="key usable">${say('memory-part.usable')}</span>
  </p>`;
}
