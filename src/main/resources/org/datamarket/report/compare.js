/*
 * Mechanisms on the same markets: what the figures share, and the top of the page.
 */
'use strict';
(function (DM) {
  const data = DM.data;
  const C = DM.comparison = {};
  const seeds = data.seeds, mechanisms = data.mechanisms, base = data.base;

  C.mechanisms = mechanisms;
  C.base = base;
  C.money = data.currency;
  C.unit = unit => unit.replace('$', () => data.currency);

  /** The name of a mechanism; a reconstruction has a mark. */
  C.name = d => mechanisms[d].name + (mechanisms[d].reconstruction ? ' *' : '');
  C.reconstructed = mechanisms.some(one => one.reconstruction);
  C.remark = C.reconstructed ? ' * A reconstruction: the full text of the paper could not be had.' : '';

  /**
   * A column of values by mechanism and seed, null where there is none.
   *
   * @param values by mechanism, by seed
   */
  C.pairs = function (values, design, other) {
    return d3.range(seeds).map(s => ({cell: 0, replication: s, value: values[design][s] === null || values[other][s] === null ? null : values[design][s] - values[other][s]}));
  };

  C.mean = values => DM.stats.estimate(values.map((value, s) => ({cell: 0, replication: s, value: value})));

  /** 0 for what is nothing but rounding. */
  const rounded = value => (Math.abs(value) < 1e-9 ? 0 : value);
  C.interval = estimate => (estimate.low === null ? '' : ' ± ' + DM.format(rounded((estimate.high - estimate.low) / 2), 2));
  /** A difference and half its interval, to the second digit of the latter, which is rounded up. */
  C.difference = function (estimate) {
    const half = estimate.low === null ? 0 : rounded((estimate.high - estimate.low) / 2);
    if (!(half >= 1e-4 && half < 1e12)) return C.signed(estimate.mean) + C.interval(estimate);
    let decimals = 1 - Math.floor(Math.log10(half));
    if (Math.ceil(half * Math.pow(10, decimals) - 1e-9) >= 100) decimals--;
    const scale = Math.pow(10, decimals);
    const text = value => (decimals > 0 ? (value < 0 ? '−' : '') + Math.abs(value).toFixed(decimals) : DM.count(Math.round(value * scale) / scale));
    return (rounded(estimate.mean) > 0 ? '+' : '') + text(rounded(estimate.mean)) + ' ± ' + text(Math.ceil(half * scale - 1e-9) / scale);
  };
  C.signed = (value, digits) => (rounded(value) > 0 ? '+' : '') + DM.format(rounded(value), digits || 3);

  const measures = data.measures.map(measure => Object.assign({}, measure, {
    title: measure.name.replace(/_/g, ' '), shown: C.unit(measure.unit),
    label: DM.withUnit(measure.name.replace(/_/g, ' '), C.unit(measure.unit)),
  }));
  C.measures = measures.filter(measure => measure.values.some(own => own.some(value => value !== null)));
  C.measure = name => C.measures.find(measure => measure.name === name);
  C.some = names => names.map(C.measure).filter(Boolean);

  /** The words for how runs of a mechanism ended, unless all came to rest or were cleared. */
  function ended(one) {
    const odd = Object.entries(one.statuses).filter(([status]) => status !== 'converged' && status !== 'cleared');
    return odd.length ? odd.map(([status, n]) => status + ' in ' + DM.count(n) + ' of ' + DM.count(seeds)).join(', ') : '';
  }

  const best = measure => d3.greatest(d3.range(mechanisms.length).map(d => ({d: d, mean: C.mean(measure.values[d]).mean})).filter(one => one.mean !== null), one => one.mean);
  const efficiency = C.measure('efficiency'), revenue = C.measure('revenue');
  const most = efficiency && best(efficiency), dearest = revenue && best(revenue);

  DM.header(
    DM.el('p', {class: 'kind'}, 'Comparison'),
    DM.el('h1', null, data.model),
    DM.el('p', {class: 'verdict'}, DM.counted(mechanisms.length, 'way', 'ways') + ' to trade on ' + DM.counted(seeds, 'market') + ', the same people, network and draws under each. '
      + (mechanisms.length > 1 ? 'Differences are those from ' + mechanisms[base].name + ' in the same market.' : '')),
    DM.cards([
      {label: 'markets', value: DM.count(seeds), remark: 'from seed ' + data.seed},
      {label: 'mechanisms', value: DM.count(mechanisms.length), remark: 'against ' + mechanisms[base].name},
      most && {label: 'most efficient', value: C.name(most.d), remark: DM.format(100 * most.mean) + ' % of the optimum on average'},
      dearest && {label: 'most revenue', value: C.name(dearest.d), remark: DM.format(dearest.mean) + ' ' + C.money + ' on average'},
      data.errors > 0 && {label: 'failed', value: DM.counted(data.errors, 'run'), remark: 'left out', warn: true},
    ].filter(Boolean)));

  /* ---- the table ------------------------------------------------------------------------------ */

  const section = DM.section('measures', 'What comes of each', 'Mean over the markets' + (seeds > 1 ? ', and below it the mean difference from ' + mechanisms[base].name + ' in the same market with its 95 % confidence interval (Student t). ' : '. ')
    + 'n/a: the measure does not exist under one of the two.' + C.remark);

  function cell(measure, d) {
    const mean = C.mean(measure.values[d]);
    if (mean.n === 0) return 'n/a';
    const difference = d === base ? null : DM.stats.estimate(C.pairs(measure.values, d, base));
    return [DM.format(rounded(mean.mean)), difference === null ? '' : DM.el('div', {class: 'difference'}, difference.n === 0 ? 'n/a' : C.difference(difference))];
  }

  const MAIN = ['efficiency', 'buyers_surplus', 'sellers_surplus', 'revenue', 'isp_gain', 'messages'];
  const shown = C.some(MAIN).filter(measure => measure.values.some(own => own.some(value => value !== null && rounded(value) !== 0)));
  const table = DM.table([
    {title: 'mechanism', text: d => [C.name(d), DM.el('div', {class: 'difference'}, [d === base ? 'the base' : '', ended(mechanisms[d])].filter(Boolean).join('; '))]},
    ...shown.map(measure => ({title: measure.label, number: true, text: d => cell(measure, d)})),
  ], d3.range(mechanisms.length));
  table.classList.add('whole');
  section.append(table);
})(window.DM);
