/*
 * A run: the verdict, the key numbers.
 */
'use strict';
(function (DM) {
  const data = DM.data, summary = data.summary;
  const R = DM.run = {};
  R.money = summary.currency || '$';
  R.unitPrice = R.money + '/GB';

  const number = (label, value, unit, remark) => ({
    label: label, value: value === null || value === undefined ? '–' : DM.format(value) + (unit ? ' ' + unit : ''), remark: remark,
  });
  const percent = share => (share === null || share === undefined ? '–' : (Math.floor(1000 * share + 1e-6) / 10).toFixed(1) + ' %');
  const gap = summary.nash_gap;

  DM.header(
    DM.el('p', {class: 'kind'}, 'Run'),
    DM.el('h1', null, summary.model),
    DM.el('p', {class: 'verdict'}, data.verdict.charAt(0).toUpperCase() + data.verdict.slice(1) + '.'),
    DM.cards([
      {label: 'efficiency', value: percent(summary.efficiency), remark: 'welfare ' + DM.format(summary.welfare) + ' of at most ' + DM.format(summary.optimum) + ' ' + R.money},
      Object.assign(number('Nash gap', gap, gap === null ? '' : R.money, 'ε = ' + DM.format(summary.epsilon) + ' ' + R.money), {warn: gap !== null && gap > summary.epsilon}),
      summary.over_budget > 0 && Object.assign(number('over budget', summary.over_budget, '', 'buyers that pay more than their budgets'), {warn: true}),
      {label: 'rounds', value: DM.count(summary.rounds), remark: summary.status, warn: summary.status !== 'converged' && summary.status !== 'cleared'},
      number('sold', summary.sold, 'GB', 'of ' + DM.format(summary.supply) + ' GB on offer'),
      number('unmet demand', summary.unmet_demand, 'GB', 'at the prices bid'),
      number('price paid', summary.price_mean, summary.price_mean === null ? '' : R.unitPrice, summary.price_dispersion === null ? 'nothing is sold' : 'coefficient of variation ' + DM.format(summary.price_dispersion)),
      number('revenue', summary.revenue, R.money),
      number('fairness (Jain)', summary.jain, '', '1 is equal shares of demand'),
      number('envy', summary.envy, R.money),
      number('bids sent', summary.messages, '', DM.counted(summary.replies, 'reply', 'replies') + ' computed'),
      {label: 'market', value: DM.count(summary.buyers) + ' × ' + DM.count(summary.sellers), remark: 'buyers × sellers'},
      {label: 'seed', value: summary.seed, remark: [summary.activation, summary.order, summary.ties + ' ties'].filter(Boolean).join(', ')},
    ].filter(Boolean)));
})(window.DM);
