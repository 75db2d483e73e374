/*
 * How a measure is distributed over the runs, by level of a factor: dots with quartiles, cumulative
 * shares, or histograms.
 */
'use strict';
(function (DM) {
  const T = DM.study, P = DM.plot;
  const redraw = () => DM.figures.distribution.redraw();
  const measures = T.measures.filter(one => !one.share);
  if (measures.length === 0) return;
  const measure = T.chooseMeasure('distribution.measure', [], () => { domain = null; redraw(); }, measures);
  const TOGETHER = -1;
  const by = DM.select('distribution.by', 'By', [...T.varied.map(factor => ({value: factor.index, text: factor.name})), {value: TOGETHER, text: 'all together'}],
    T.common.length ? T.common[0].index : T.varied.length ? T.varied[0].index : TOGETHER, redraw);
  const kind = DM.select('distribution.kind', 'As', [{value: 'dots', text: 'dots and quartiles'}, {value: 'shares', text: 'cumulative shares'}, {value: 'bars', text: 'histograms'}], 'dots', redraw);
  const scaleKind = DM.select('distribution.scale', 'Scale', [{value: 'auto', text: 'automatic'}, {value: 'linear', text: 'linear'}, {value: 'log', text: 'logarithmic'}], 'auto', () => { domain = null; redraw(); });
  let domain = null;
  const MOST_DOTS = 1500;
  const color = (k, n) => (n <= 8 ? P.color(k) : P.cividis(k / (n - 1)));

  /** A number in [-1, 1] that depends on the run alone. */
  const jitter = run => ((Math.imul(run + 1, 2654435761) >>> 0) / 2147483648 - 1);

  DM.figure(T.results, {
    id: 'distribution', title: 'Distributions', choices: [measure, by, kind, scaleKind],
    draw: function (figure) {
      const shown = T.measure(measure.value), runs = T.runs();
      const factor = by.number === TOGETHER ? null : T.factor(by.number);
      const groups = factor ? T.groups(factor) : {names: ['all runs'], text: name => name, of: () => 0};
      const members = d3.group(runs.filter(run => shown.value(run) !== null), groups.of);
      const sets = groups.names.map((name, k) => ({
        name: name, text: groups.text(name), k: k,
        runs: (members.get(k) || []).map(run => ({run: run, value: shown.value(run)})).sort((a, b) => a.value - b.value),
      })).filter(set => set.runs.length > 0);
      if (sets.length === 0) return figure.nothing('No run has this measure.');
      const extent = domain || P.extent(sets.flatMap(set => [set.runs[0].value, set.runs[set.runs.length - 1].value]), {zero: true, pad: 0.03});
      const log = scaleKind.value === 'log' || scaleKind.value === 'auto' && shown.spread;
      const name = !log ? 'linear' : shown.least > 0 ? 'log' : 'zero-log';
      if (name === 'log') extent[0] = Math.max(extent[0], shown.least * 0.9);
      const draw = {dots: dots, shares: shares, bars: bars}[kind.value];
      figure.remark = '';
      draw(figure, sets, shown, factor, range => P.scale(name, extent, range, shown.logUnit));
      figure.caption(shown.meaning + '. ' + figure.remark + DM.counted(d3.sum(sets, set => set.runs.length), 'run') + '. Drag across to zoom, double click for all.' + T.remark());
    },
  });

  function zoomable(figure, box, x) {
    return P.zoomAcross(figure.svg, box, x.scale, zoomed => { domain = zoomed; redraw(); });
  }

  function quartiles(set) {
    const values = set.runs.map(run => run.value);
    return [0, 0.25, 0.5, 0.75, 1].map(p => DM.stats.quantile(values, p));
  }

  function axisY(figure, box, factor, sets, y) {
    return {scale: y, ticks: sets.map(set => set.name), format: name => P.shortened(sets.find(set => set.name === name).text, 24), label: factor ? factor.label : null, offset: box.left - 16};
  }

  function leftOf(sets) {
    return 44 + Math.max(30, P.textWidth('x'.repeat(d3.max(sets, set => Math.min(24, set.text.length)))));
  }

  function dots(figure, sets, shown, factor, scale) {
    const high = Math.max(30, Math.min(70, 420 / sets.length));
    const box = {left: leftOf(sets), top: 34, right: figure.width - 20};
    box.bottom = box.top + high * sets.length;
    const svg = figure.open(box.bottom + 46);
    const x = scale([box.left, box.right]), y = d3.scaleBand(sets.map(set => set.name), [box.bottom, box.top]);
    P.legend(svg, box.left, 4, 800, [{label: 'a run', color: P.color(0), kind: 'dot'}, {label: 'middle half', color: 'var(--faint)', kind: 'area', opacity: 0.35}, {label: 'median', color: 'var(--ink)', kind: 'line'}]);
    P.axes(svg, box, Object.assign({grid: true, label: shown.label}, x), axisY(figure, box, factor, sets, y));
    zoomable(figure, box, x);
    const g = P.clipped(svg, box);
    const step = Math.max(1, Math.ceil(d3.sum(sets, set => set.runs.length) / MOST_DOTS));
    sets.forEach(set => {
      const middle = y(set.name) + high / 2, q = quartiles(set);
      DM.tips(g.append('rect').datum(set).attr('x', x.scale(q[1])).attr('width', Math.max(2, x.scale(q[3]) - x.scale(q[1]))).attr('y', middle - high * 0.36).attr('height', high * 0.72)
        .style('fill', 'var(--faint)').style('fill-opacity', 0.3),
        () => set.text + '\n' + DM.counted(set.runs.length, 'run') + '\nleast ' + DM.format(q[0]) + '\nquartiles ' + DM.format(q[1]) + ', ' + DM.format(q[2]) + ', ' + DM.format(q[3]) + '\nmost ' + DM.format(q[4]));
      DM.tips(g.append('g').selectAll('circle').data(set.runs.filter((run, k) => k % step === 0 || k === set.runs.length - 1)).join('circle').attr('class', 'mark')
        .attr('cx', run => x.scale(run.value)).attr('cy', run => middle + jitter(run.run) * high * 0.28).attr('r', set.runs.length > 200 ? 2 : 3)
        .style('fill', P.color(0)).style('fill-opacity', 0.55),
        run => 'row ' + DM.data.rows.number[run.run] + ', replication ' + T.replication(run.run) + '\n'
          + T.factors.map(one => one.name + ' = ' + T.levelText(one, run.run)).join('\n') + '\n' + shown.title + ': ' + DM.format(run.value, 6));
      g.append('line').attr('x1', x.scale(q[2])).attr('x2', x.scale(q[2])).attr('y1', middle - high * 0.36).attr('y2', middle + high * 0.36)
        .style('stroke', 'var(--ink)').style('stroke-width', 2).style('pointer-events', 'none');
    });
    figure.table(['group', 'row', shown.name], sets.flatMap(set => set.runs.map(run => [set.name, DM.data.rows.number[run.run], run.value])));
  }

  function shares(figure, sets, shown, factor, scale) {
    const items = sets.map((set, k) => ({label: (factor ? factor.name + ' = ' : '') + P.shortened(set.text, 40), color: color(k, sets.length), kind: k >= 8 && sets.length <= 8 ? 'dash' : 'line'}));
    const box = {left: 66, right: figure.width - 20};
    const rows = Math.ceil(d3.sum(items, item => 44 + P.textWidth(item.label)) / 820);
    box.top = 24 + 18 * rows;
    box.bottom = box.top + 340;
    const svg = figure.open(box.bottom + 46);
    P.legend(svg, box.left, 4, 820, items);
    const x = scale([box.left, box.right]), y = d3.scaleLinear([0, 1], [box.bottom, box.top]);
    P.axes(svg, box, Object.assign({grid: true, label: shown.label}, x), {scale: y, ticks: [0, 0.25, 0.5, 0.75, 1], grid: true, label: 'share of runs at most this', offset: 50});
    zoomable(figure, box, x);
    const g = P.clipped(svg, box);
    sets.forEach((set, k) => {
      const n = set.runs.length;
      const points = [{value: set.runs[0].value, share: 0}, ...set.runs.map((run, index) => ({value: run.value, share: (index + 1) / n}))];
      DM.tips(g.append('path').datum(set).attr('class', 'mark').attr('d', d3.line().curve(d3.curveStepAfter).x(p => x.scale(p.value)).y(p => y(p.share))(points))
        .style('fill', 'none').style('stroke', color(k, sets.length)).style('stroke-width', 2.2), () => items[k].label + '\n' + DM.counted(n, 'run') + '\nmedian ' + DM.format(quartiles(set)[2]));
    });
    figure.table(['group', shown.name, 'share'], sets.flatMap(set => set.runs.map((run, index) => [set.name, run.value, (index + 1) / set.runs.length])));
  }

  function bars(figure, sets, shown, factor, scale) {
    const high = Math.max(44, Math.min(150, 440 / sets.length));
    const box = {left: leftOf(sets) + 30, top: 12, right: figure.width - 20};
    box.bottom = box.top + high * sets.length;
    const svg = figure.open(box.bottom + 46);
    const x = scale([box.left, box.right]), y = d3.scaleBand(sets.map(set => set.name), [box.bottom, box.top]);
    P.axes(svg, box, Object.assign({grid: true, label: shown.label}, x), Object.assign(axisY(figure, box, factor, sets, y), {}));
    zoomable(figure, box, x);
    const count = 40, edges = d3.range(count + 1).map(k => x.scale.invert(box.left + (box.right - box.left) * k / count));
    const bins = sets.map(set => {
      const inside = set.runs.map(run => run.value);
      return d3.range(count).map(k => ({set: set, low: edges[k], high: edges[k + 1],
        n: d3.bisectLeft(inside, k === count - 1 ? edges[k + 1] * (1 + 1e-12) + 1e-300 : edges[k + 1]) - (k === 0 ? d3.bisectLeft(inside, edges[0]) : d3.bisectLeft(inside, edges[k]))}));
    });
    const share = bin => bin.n / bin.set.runs.length, most = d3.max(bins.flat(), share);
    const g = P.clipped(svg, box);
    bins.forEach((own, index) => {
      const base = y(sets[index].name) + high - 1;
      const tall = bin => share(bin) / most * (high - 10);
      DM.tips(g.append('g').selectAll('rect').data(own.filter(bin => bin.n > 0)).join('rect').attr('class', 'mark')
        .attr('x', bin => x.scale(bin.low) + 0.5).attr('width', (box.right - box.left) / count - 1).attr('y', bin => base - tall(bin)).attr('height', tall).style('fill', P.color(0)),
        bin => bin.set.text + '\n' + DM.format(bin.low) + ' … ' + DM.format(bin.high) + '\n' + DM.counted(bin.n, 'run') + ' (' + DM.format(100 * share(bin), 3) + ' %)');
      g.append('line').attr('class', 'axis').attr('x1', box.left).attr('x2', box.right).attr('y1', base).attr('y2', base);
    });
    figure.remark = 'Bars are shares of the runs of a group; the highest is ' + DM.format(100 * most, 3) + ' %. ';
    figure.table(['group', 'low', 'high', 'runs'], bins.flat().map(bin => [bin.set.name, bin.low, bin.high, bin.n]));
  }
})(window.DM);
