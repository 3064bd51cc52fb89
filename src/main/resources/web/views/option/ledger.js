import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { guard } from '../../vendor/lit-html/directives/guard.js';
import { appearance } from '../../charts.js';
import { say, text } from '../../words.js';
import { sign } from '../decide/facts.js';
import { ruleLink } from '../rule-link.js';
import { citations } from './sources.js';

const ORDER = ['blocker', 'unknown', 'concern', 'merit', 'note'];
const BAR_PX = 26;
const AXES_PX = 56;
const WIDEST_LABEL = 46;
const PX_A_LETTER = 13;

/** The score as a sum that anyone can add up: a chart, and the reasons with their sources. */
export function ledger(verdict, explanation) {
  const counted = verdict.findings.filter((finding) => finding.points !== 0).sort(byWeight);
  const void_ = verdict.findings.some((finding) => finding.kind === 'blocker' || finding.kind === 'unknown');
  return html`
    <figure class="chart" role="img" aria-label=${say('ledger.described', { start: verdict.startScore, score: verdict.score })}>
      <chart-box
        .pixels=${(counted.length + 2) * BAR_PX + AXES_PX}
        .config=${guard([verdict, appearance()], () => (colours) => chart(verdict, counted, colours))}
      ></chart-box>
    </figure>
    <div class="scroll" tabindex="0" role="group" aria-label=${say('option.ledger')}>
      <table class="ledger">
        <thead>
          <tr>
            <th class="number" scope="col">${say('report.points')}</th>
            <th scope="col">${say('report.reason')}</th>
            <th scope="col">${say('ledger.topic')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td class="number">${verdict.startScore}</td>
            <td>${say('explain.start')}</td>
            <td></td>
          </tr>
          ${[...verdict.findings].sort(byKind).map((finding) => row(finding, explanation))}
          <tr class="sum">
            <td class="number">${verdict.score}</td>
            <td>${say(void_ ? 'explain.total-void' : 'explain.total')}</td>
            <td></td>
          </tr>
        </tbody>
      </table>
    </div>
  `;
}

function byWeight(one, other) {
  return one.points - other.points;
}

function byKind(one, other) {
  return ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) || Math.abs(other.points) - Math.abs(one.points);
}

function row(finding, explanation) {
  return html`<tr class=${finding.kind}>
    <td class="number points">${sign(finding)}</td>
    <td>
      ${text(finding.text)} ${citations(finding.sources, explanation)}
      ${finding.corrects?.text ? html`<p class="quiet small">${say('decide.founding', { claim: text(finding.corrects.text) })}</p>` : nothing}
    </td>
    <td class="small">${ruleLink(finding.rule)}</td>
  </tr>`;
}

/** Each finding's bar begins where the one above it ended. */
function chart(verdict, counted, colours) {
  const bars = [{ label: say('ledger.start-short'), range: [0, verdict.startScore], colour: colours.quiet }];
  let reached = verdict.startScore;
  for (const finding of counted) {
    bars.push({
      label: `${text(finding.text)}  ${sign(finding)}`,
      range: [reached, reached + finding.points],
      colour: finding.points > 0 ? colours.good : colours.weak,
    });
    reached += finding.points;
  }
  bars.push({ label: say('explain.total'), range: [0, verdict.score], colour: colours.accent });
  return barChart(bars);
}

function barChart(bars) {
  return {
    type: 'bar',
    data: {
      labels: bars.map((bar) => bar.label),
      datasets: [{ data: bars.map((bar) => bar.range), backgroundColor: bars.map((bar) => bar.colour), barPercentage: 0.8, categoryPercentage: 0.9 }],
    },
    options: {
      indexAxis: 'y',
      plugins: { legend: { display: false } },
      scales: { y: { grid: { display: false }, ticks: { autoSkip: false, callback: tick } }, x: { beginAtZero: true } },
    },
  };
}

/** The beginning of a reason, as much as there is room for, with its points. */
function tick(index) {
  const [reason, points = ''] = this.getLabelForValue(index).split('  ');
  const most = Math.min(WIDEST_LABEL, Math.floor(this.chart.width / PX_A_LETTER));
  return reason.length <= most ? `${reason}  ${points}` : `${reason.slice(0, most)}…  ${points}`;
}
