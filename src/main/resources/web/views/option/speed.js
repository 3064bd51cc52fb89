import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { guard } from '../../vendor/lit-html/directives/guard.js';
import { appearance, faint } from '../../charts.js';
import { interval } from '../../format.js';
import { state } from '../../state.js';
import { say } from '../../words.js';

const PIXELS = 280;

/** How fast each stream is answered, the more come at once. */
export function speed(verdict) {
  const points = (state.curves?.value?.speed ?? []).filter((point) => point.tokensPerSecondPerUser);
  if (points.length === 0) {
    return verdict.kind === 'api' ? nothing : html`<p class="quiet">${say('speed.unknown')}</p>`;
  }
  return html`
    <figure class="chart" role="img" aria-label=${say('speed.described')}>
      <chart-box .pixels=${PIXELS} .config=${guard([points, appearance()], () => (colours) => chart(points, colours))}></chart-box>
    </figure>
    <div class="scroll" tabindex="0" role="group" aria-label=${say('speed.described')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${say('field.streams')}</th>
            ${points.map((point) => html`<th class="number" scope="col">${point.streams}</th>`)}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">${say('speed.each')}</th>
            ${points.map((point) => html`<td class="number">${interval(point.tokensPerSecondPerUser)}</td>`)}
          </tr>
          <tr>
            <th scope="row">${say('speed.fits')}</th>
            ${points.map((point) => html`<td class="number">${say(point.fits ? 'says.yes' : 'says.no')}</td>`)}
          </tr>
        </tbody>
      </table>
    </div>
    <p class="quiet small">${say('speed.model')}</p>
  `;
}

function chart(points, colours) {
  const band = faint(colours.accent);
  const values = (end) => points.map((point) => point.tokensPerSecondPerUser[end]);
  const edge = { pointRadius: 0, borderWidth: 1, borderColor: band, backgroundColor: band };
  return {
    type: 'line',
    data: {
      labels: points.map((point) => point.streams),
      datasets: [
        { label: say('explain.likely'), data: values('likely'), borderColor: colours.accent, backgroundColor: colours.accent, pointRadius: 5, pointStyle: points.map((point) => (point.fits ? 'circle' : 'crossRot')) },
        { label: '', data: values('low'), ...edge },
        { label: '', data: values('high'), ...edge, fill: '-1' },
      ],
    },
    options: {
      plugins: { legend: { display: false }, tooltip: { filter: (item) => item.datasetIndex === 0 } },
      scales: {
        x: { title: { display: true, text: say('field.streams') }, grid: { display: false } },
        y: { beginAtZero: true, title: { display: true, text: say('speed.each') } },
      },
    },
  };
}
