/*
 * A study: what its figures share (the runs, the measures, the factors, the filter), and the top of
 * the page.
 */
'use strict';
(function (DM) {
  const data = DM.data, rows = data.rows;
  const T = DM.study = {};

  /* ---- runs, factors, measures ---------------------------------------------------------------- */

  const column = (values, k) => (Array.isArray(values) ? values[k] : values);
  const statuses = rows.status.map(k => rows.statuses[k]);

  // Of very many levels only the numbers are here, not the texts.
  T.factors = data.factors.map((factor, index) => {
    const levels = factor.levels || factor.numbers.map(String);
    return Object.assign({}, factor, {index: index, levels: levels, texts: texts(factor, levels), label: DM.withUnit(factor.name, factor.unit)});
  });

  /** Levels as people read them: long numbers in few digits, unless two would look the same. */
  function texts(factor, levels) {
    const short = levels.map(level => (factor.numbers && level.length > 7 ? DM.format(+level, 5) : level));
    return new Set(short).size === levels.length ? short : levels;
  }

  T.factor = index => T.factors[index];

  /** The level of a factor in a run, as the tables have it. */
  T.level = (factor, run) => factor.levels[rows.levels[factor.index][run]];
  T.levelText = (factor, run) => factor.texts[rows.levels[factor.index][run]];
  T.levelIndex = (factor, run) => rows.levels[factor.index][run];

  const common = T.factors.filter(factor => data.commonRandomNumbers.includes(factor.name));
  T.common = common.filter(factor => factor.levels.length > 1);

  /** Runs with the same cell and replication have the same random numbers. */
  const cells = rows.number.map((number, run) => T.factors.filter(factor => !common.includes(factor))
    .map(factor => T.levelIndex(factor, run)).join(' '));

  const failed = statuses.map(status => status === 'error');

  const measures = [{
    name: 'converged', title: 'share converged', unit: '1', meaning: 'Share of the runs without error that converged, or were cleared once',
    share: true, value: run => (failed[run] ? null : statuses[run] === 'converged' || statuses[run] === 'cleared' ? 1 : 0),
  }];
  data.measures.forEach((measure, m) => measures.push({
    name: measure.name, title: measure.name.replace(/_/g, ' '), unit: measure.unit, meaning: measure.meaning, share: false,
    value: run => (failed[run] ? null : column(rows.values[m], run)),
  }));
  if (d3.range(rows.count).some(run => column(rows.seconds, run) !== null)) {
    measures.push({
      name: 'seconds', title: 'time taken', unit: 's', meaning: 'How long the run took; depends on the machine', share: false,
      value: run => column(rows.seconds, run),
    });
  }
  const all = d3.range(rows.count);
  measures.forEach(measure => {
    const values = all.map(measure.value).filter(value => value !== null);
    measure.empty = values.length === 0;
    measure.constant = values.length > 0 && values.every(value => value === values[0]);
    measure.least = d3.min(values);
    measure.most = d3.max(values);
    const sizes = values.map(Math.abs).filter(size => size > 0).sort(d3.ascending);
    const typical = DM.stats.quantile(sizes, 0.5);
    /** Whether a few large values would hide all others on a linear scale. */
    measure.spread = sizes.length > 0 && measure.least >= 0 && measure.most > 25 * typical;
    measure.logUnit = sizes.length ? Math.max(sizes[0], measure.most * 1e-9, typical * 1e-6) : 1;
    measure.label = DM.withUnit(measure.title, measure.unit);
  });
  T.measures = measures.filter(measure => !measure.empty);
  if (T.measures.length === 0) T.measures.push(measures[0]);
  T.measure = name => T.measures.find(measure => measure.name === name);

  const varying = names => names.find(name => T.measure(name) && !T.measure(name).constant);
  T.defaultMeasure = preferred => varying([...preferred, ...(data.chosen ? T.measures.slice(1).map(m => m.name) : []), 'efficiency', 'nash_gap', 'converged', 'rounds', ...T.measures.map(m => m.name)]) || T.measures[0].name;

  T.chooseMeasure = (key, preferred, changed, measures) => DM.select(key, 'Measure',
    (measures || T.measures).map(measure => ({value: measure.name, text: measure.title + (measure.constant ? ' (always the same)' : '')})),
    T.defaultMeasure(preferred), changed);

  T.chooseFactor = (key, label, factors, fallback, changed) => DM.select(key, label,
    factors.map(factor => ({value: factor.index, text: factor.name})), fallback, changed);

  T.varied = T.factors.filter(factor => factor.levels.length > 1);

  /* ---- where the levels of a factor stand --------------------------------------------------------- */

  const MOST_LEVELS = 12, BINS = 8;

  /**
   * The levels of a factor as groups of runs. A factor with many levels, as random designs have
   * them, is cut into bins with equally many runs each.
   *
   * @return {binned, names, of(run), positions, log}: positions are numbers, or null where levels
   *     are words, or stand so unevenly that they are best shown side by side
   */
  T.groups = function (factor) {
    const levels = factor.levels;
    if (!factor.numbers || levels.length <= MOST_LEVELS) {
      const placed = factor.numbers && placement(factor.numbers);
      return {binned: false, names: levels, text: name => factor.texts[levels.indexOf(name)] || name, of: run => T.levelIndex(factor, run),
        positions: placed ? factor.numbers : null, log: placed === 'log'};
    }
    const values = all.map(run => factor.numbers[T.levelIndex(factor, run)]).sort(d3.ascending);
    const edges = Array.from(new Set(d3.range(1, BINS).map(k => DM.stats.quantile(values, k / BINS))));
    const low = values[0], high = values[values.length - 1];
    const bounds = [low, ...edges, high];
    const log = low > 0 && high / low > 50;
    const middle = (a, b) => (log ? Math.sqrt(a * b) : (a + b) / 2);
    return {binned: true, names: d3.range(edges.length + 1).map(k => DM.format(bounds[k], 3) + ' … ' + DM.format(bounds[k + 1], 3)), text: name => name,
      of: run => d3.bisectRight(edges, factor.numbers[T.levelIndex(factor, run)]),
      positions: d3.range(edges.length + 1).map(k => middle(bounds[k], bounds[k + 1])), bounds: bounds, log: log};
  };

  /** 'linear' or 'log' if the numbers stand well apart on such a scale, else null. */
  function placement(numbers) {
    if (numbers.length < 3) return null;
    const narrowest = values => {
      const gaps = d3.pairs(values, (a, b) => b - a);
      return d3.min(gaps) / d3.mean(gaps);
    };
    const linear = narrowest(numbers);
    const log = numbers[0] > 0 ? narrowest(numbers.map(Math.log)) : 0;
    if (Math.max(linear, log) < 0.3) return null;
    return log > linear * 1.05 ? 'log' : 'linear';
  }

  /** A scale across for a factor's groups, as plot.axes takes it. */
  T.across = function (factor, groups, range) {
    if (groups.positions) {
      const span = groups.bounds ? [groups.bounds[0], groups.bounds[groups.bounds.length - 1]] : d3.extent(groups.positions);
      const pad = groups.log ? Math.pow(span[1] / span[0], 0.06) : (span[1] - span[0]) * 0.06;
      const domain = groups.log ? [span[0] / pad, span[1] * pad] : [span[0] - pad, span[1] + pad];
      const scale = (groups.log ? d3.scaleLog : d3.scaleLinear)(domain, range);
      return {scale: scale, at: k => scale(groups.positions[k]), ticks: groups.binned ? DM.plot.scale(groups.log ? 'log' : 'linear', domain, range).ticks : groups.positions,
        format: value => DM.format(value, 4), label: factor.label};
    }
    const scale = d3.scalePoint(groups.names, range).padding(0.5);
    const room = Math.max(3, Math.floor(scale.step() / 7));
    return {scale: scale, at: k => scale(groups.names[k]), ticks: groups.names, format: name => DM.plot.shortened(groups.text(name), room), label: factor.label};
  };

  /* ---- the filter ------------------------------------------------------------------------------------- */

  const filters = [];

  /** The runs that the filter lets through. */
  T.runs = () => all.filter(run => filters.every(filter => filter.admits(run)));

  T.filtered = () => filters.some(filter => filter.active());

  const ALL = 'all';

  T.addFilter = function (redraw) {
    const factors = T.varied.filter(factor => factor.levels.length <= 40);
    if (factors.length < 2) return;
    const choices = factors.map(factor => {
      const list = DM.select('only.' + factor.name, factor.name,
        [{value: ALL, text: 'all'}, ...factor.texts.map((text, k) => ({value: k, text: DM.plot.shortened(text, 40)}))], ALL, redraw);
      filters.push({active: () => list.value !== ALL, admits: run => list.value === ALL || T.levelIndex(factor, run) === list.number});
      return list.element;
    });
    T.results.append(DM.el('div', {class: 'choices filter'}, DM.el('span', {class: 'choice'}, 'Only runs with'), choices));
  };

  /** An estimate of a measure from runs. */
  T.estimate = (measure, runs) => (measure.share ? DM.stats.share : DM.stats.estimate)(
    runs.map(run => ({cell: cells[run], replication: rows.replication[run], value: measure.value(run)})));

  T.cell = run => cells[run];
  T.replication = run => rows.replication[run];

  /** "mean 3.2, 95 % 3.1 … 3.3, 40 runs" for tips. */
  T.estimateText = (measure, estimate) => measure.title + ': ' + DM.format(estimate.mean) + unit(measure)
    + (estimate.low === null ? '' : '\n95 %: ' + DM.format(estimate.low) + ' … ' + DM.format(estimate.high))
    + '\n' + DM.counted(estimate.n, 'run');
  const unit = measure => (measure.unit && measure.unit !== '1' ? ' ' + measure.unit : '');

  T.remark = () => (T.filtered() ? ' Only the runs chosen above.' : '') + (data.stride > 1 ? ' From 1 run in ' + data.stride + '.' : '');

  /* ---- the top of the page ------------------------------------------------------------------------------ */

  const totals = data.totals, done = totals.runs - totals.errors;
  const replications = d3.rollups(all, runs => runs.length, run => rows.point[run]).map(entry => entry[1]);
  const fewest = d3.min(replications), most = d3.max(replications);
  DM.header(
    DM.el('p', {class: 'kind'}, data.sensitivity ? 'Sensitivity analysis' : 'Study'),
    DM.el('h1', null, data.name),
    data.description ? DM.el('p', {class: 'verdict'}, data.description) : null,
    DM.cards([
      {label: 'points', value: DM.count(totals.points), remark: DM.counted(T.varied.length, 'factor') + ' varied'},
      {label: 'runs', value: DM.count(totals.runs), remark: data.stride > 1 ? null : fewest === most ? DM.counted(fewest, 'replication') + ' of each point' : fewest + ' to ' + most + ' replications of a point'},
      {label: 'converged', value: done ? DM.format(Math.floor(1000 * totals.converged / done) / 10) + ' %' : '–', remark: DM.count(totals.converged) + ' of ' + DM.counted(done, 'run') + ' without error'},
      {label: 'errors', value: DM.count(totals.errors), warn: totals.errors > 0, remark: totals.errors ? 'listed below' : null},
      {label: 'computing time', value: totals.seconds ? DM.duration(totals.seconds) : '–', remark: totals.seconds ? DM.duration(totals.seconds / totals.runs) + ' a run' : null},
      {label: 'seed', value: data.seed, remark: 'model ' + data.model},
    ]));
  if (data.sensitivity) T.sensitivity = DM.section('sensitivity', 'What matters');
  const described = DM.section('what', 'What was run');
  described.append(DM.table([
    {title: 'factor', text: factor => factor.name},
    {title: 'levels', text: factor => DM.count(factor.levels.length), number: true},
    {title: 'which', text: factor => factor.levels.length <= 24 ? factor.texts.join(', ')
      : factor.numbers ? DM.format(factor.numbers[0]) + ' … ' + DM.format(factor.numbers[factor.numbers.length - 1])
        : factor.levels.slice(0, 24).join(', ') + ', …'},
    {title: 'unit', text: factor => (factor.unit === '1' ? '' : factor.unit || '')},
    {title: 'random numbers', text: factor => common.includes(factor) ? 'common to all levels' : 'own for each level'},
  ], T.factors));
  if (data.stride > 1) {
    described.append(DM.el('p', {class: 'failure'}, 'This page has 1 run in ' + data.stride + ' (' + DM.count(rows.count) + ' of ' + DM.count(totals.runs)
      + '), so that it can be sent about; the counts above and the lists of odd runs at the end are of all. The tables have them all.'));
  }
  if (data.digits > 0) described.append(DM.el('p', {class: 'about'}, 'Numbers in this page have ' + data.digits + ' significant digits; runs.csv has them all.'));
  if (T.measures.length > 1) {
    described.append(DM.el('details', null, DM.el('summary', null, DM.counted(T.measures.length, 'measure') + ': what they mean'), DM.table([
      {title: 'measure', text: measure => measure.title},
      {title: 'unit', text: measure => measure.unit},
      {title: 'meaning', text: measure => measure.meaning},
      {title: 'least', text: measure => DM.format(measure.least), number: true},
      {title: 'most', text: measure => DM.format(measure.most), number: true},
    ], T.measures)));
  }
  T.results = DM.section('results', 'What came out');
  T.addFilter(() => Object.values(DM.figures).forEach(figure => figure.redraw()));
})(window.DM);
