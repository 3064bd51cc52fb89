/* global Chart */

import { faint } from '../../charts.js';
import { money } from '../../format.js';
import { say, text } from '../../words.js';

const SERIES = ['accent', 'weak', 'good', 'open', 'bad'];
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [4, 4]];

/** Lines over months, the opened option's with its range, and a mark where another is overtaken. */
export function costChart(curves, colours) {
  const own = curves.options.find((entry) => entry.option === curves.option);
  return {
    type: 'line',
    data: {
      labels: curves.months,
      datasets: [
        ...curves.options.map((entry, i) => line(entry, i, colours)),
        ...(own ? range(own, faint(colours[SERIES[0]])) : []),
        ...(curves.crossovers.length > 0 ? [marks(curves, colours)] : []),
      ],
    },
    options: options(curves),
  };
}

function line(entry, i, colours) {
  const colour = colours[SERIES[i % SERIES.length]];
  return { label: text(entry.title), data: entry.likely, borderColor: colour, backgroundColor: colour, borderDash: DASHES[i % DASHES.length], borderWidth: 2.5, pointRadius: 0, pointStyle: 'line' };
}

function range({ low, high }, band) {
  return [edge(low, band, false), edge(high, band, '-1')];
}

/** An end of the range; the second fills down to the first. */
function edge(data, band, fill) {
  return { label: '', data, borderColor: band, backgroundColor: band, borderWidth: 1, pointRadius: 0, fill };
}

function marks(curves, colours) {
  const data = curves.months.map(() => null);
  curves.crossovers.forEach(({ one = curves.option, month }) => {
    const i = nearest(curves.months, month);
    data[i] = curves.options.find((entry) => entry.option === one).likely[i];
  });
  return { label: say('cost.crossovers'), data, showLine: false, pointStyle: 'rectRot', pointRadius: 7, borderColor: colours.ink, backgroundColor: colours.surface, borderWidth: 2 };
}

function nearest(months, month) {
  return months.reduce((best, at, i) => (Math.abs(at - month) < Math.abs(months[best] - month) ? i : best), 0);
}

/** The legend's lines are dashed as those of the chart, so that colour need not tell them apart. */
function dashed(chart) {
  const items = Chart.defaults.plugins.legend.labels.generateLabels(chart);
  return items.map((item) => ({ ...item, lineDash: chart.data.datasets[item.datasetIndex].borderDash }));
}

function options(curves) {
  return {
    interaction: { mode: 'index', intersect: false },
    plugins: {
      legend: { position: 'bottom', labels: { filter: (item) => item.text !== '', usePointStyle: true, pointStyleWidth: 32, generateLabels: dashed } },
      tooltip: {
        filter: (item) => item.dataset.label !== '',
        callbacks: { title: ([item]) => (item ? say('cost.month', { month: item.label }) : ''), label: (item) => `${item.dataset.label}: ${money(item.parsed.y, curves.currency)}` },
      },
    },
    scales: {
      x: { title: { display: true, text: say('cost.months-axis') }, grid: { display: false }, ticks: { maxTicksLimit: 13 } },
      y: { beginAtZero: true, ticks: { callback: (amount) => money(amount, curves.currency) } },
    },
  };
}
