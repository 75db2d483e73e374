/*
 * A run: the verdict, the key numbers.
 */
'use strict';
(function (DM) {
  const data = DM.data, summary = data.summary;
  const R = DM.run = {};
  R.money = summary.currency || '$';
  R.unitPrice = R.money + '/GB';
  // Where a mechanism clears the market once there are no rounds, and no bids but deliveries.
  R.cleared = summary.status === 'cleared';
  R.unpaid = R.cleared && summary.paid === null;

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
      R.cleared ? null : Object.assign(number('Nash gap', gap, gap === null ? '' : R.money, 'ε = ' + DM.format(summary.epsilon) + ' ' + R.money), {warn: gap !== null && gap > summary.epsilon}),
      summary.over_budget > 0 && Object.assign(number('over budget', summary.over_budget, '', 'buyers that pay more than their budgets'), {warn: true}),
      summary.mechanism && summary.mechanism !== 'auctions' && {label: 'mechanism', value: summary.mechanism, remark: R.cleared ? 'cleared once, without rounds' : 'played by rounds'},
      !R.cleared && {label: 'rounds', value: DM.count(summary.rounds), remark: summary.status, warn: summary.status !== 'converged'},
      number('sold', summary.sold, 'GB', 'of ' + DM.format(summary.supply) + ' GB on offer'),
      number('unmet demand', summary.unmet_demand > 1e-9 * summary.supply ? summary.unmet_demand : 0, 'GB', R.cleared ? 'at the prices that buyers face' : 'at the prices bid'),
      number('price paid', summary.price_mean, summary.price_mean === null ? '' : R.unitPrice, R.unpaid ? 'nobody pays' : summary.price_dispersion === null ? 'nothing is sold' : 'coefficient of variation ' + DM.format(summary.price_dispersion < 1e-9 ? 0 : summary.price_dispersion)),
      number('revenue', summary.revenue, R.money),
      number('fairness (Jain)', summary.jain, '', '1 is equal shares of demand'),
      number('envy', summary.envy, R.money),
      R.cleared ? number('offers sent', summary.messages, '') : number('bids sent', summary.messages, '', DM.counted(summary.replies, 'reply', 'replies') + ' computed'),
      {label: 'market', value: DM.count(summary.buyers) + ' × ' + DM.count(summary.sellers), remark: 'buyers × sellers'},
      {label: 'seed', value: summary.seed, remark: R.cleared ? '' : [summary.activation, summary.order, summary.ties + ' ties'].filter(Boolean).join(', ')},
    ].filter(Boolean)));

  // Folders that were written before there were these figures do not have them.
  if (summary.unserved === undefined) return;
  const isp = summary.overage_before > 0 || summary.isp_margin > 0;
  const rounds = data.rounds, last = rounds.round.length - 1;
  const section = DM.section('surplus', 'Who has what of it', R.unpaid
    ? 'Nobody pays, so what trade is worth is not divided.'
    : 'What buyers and sellers have of it, and what the ISP keeps of their payments, adds up to the welfare.');
  section.append(DM.cards([
    !R.unpaid && number('buyers\u2019 surplus', summary.buyers_surplus, R.money, 'after paying ' + DM.format(summary.paid) + ' ' + R.money + ' for data'),
    !R.unpaid && number('sellers\u2019 surplus', nothing(summary.sellers_surplus), R.money, 'revenue less their own reserves'),
    isp && !R.unpaid && number('ISP\u2019s margin', summary.isp_margin, R.money, 'what it keeps of what buyers pay for data'),
    isp && !R.unpaid && number('ISP\u2019s profit', summary.isp_profit, R.money, 'without a market ' + DM.format(summary.overage_before) + ' ' + R.money),
    isp && !R.unpaid && number('ISP\u2019s gain', nothing(summary.isp_gain), R.money, 'at most ' + DM.format(summary.isp_gain_bound) + ' ' + R.money + ' if nobody is to lose'),
    isp && number('bought from the ISP', summary.isp_purchases, 'GB', 'for ' + DM.format(summary.overage_revenue) + ' ' + R.money + (R.unpaid ? ', without a market ' + DM.format(summary.overage_before) + ' ' + R.money : '')),
    number('unserved', summary.unserved > 1e-9 * summary.supply ? summary.unserved : 0, 'GB', 'wanted, and had from nobody'),
    R.cleared && !R.unpaid && last >= 0 && number('utility of a buyer', rounds.utility_median[last], R.money,
      'in the median; half of them between ' + DM.format(rounds.utility_lower_quartile[last]) + ' and ' + DM.format(rounds.utility_upper_quartile[last]) + ', ' + DM.format(rounds.utility_mean[last]) + ' on average'),
  ].filter(Boolean)));

  /** A sum without what is nothing but its rounding. */
  function nothing(value) {
    return value !== null && Math.abs(value) < 1e-9 * (1 + Math.abs(summary.optimum)) ? 0 : value;
  }
})(window.DM);
