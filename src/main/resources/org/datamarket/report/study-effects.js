/*
 * Main effects: what a measure is, on average, at each level of each factor, with 95 % bands.
 */
'use strict';
(function (DM) {
  const T = DM.study, P = DM.plot;
  if (T.varied.length === 0) return;

  const redraw = () => DM.figures['main-effects'].redraw();
  const measure = T.chooseMeasure('effects.measure', [], redraw);
  const also = DM.select('effects.also', 'Also show', [{value: 'nothing', text: 'nothing else'}, {value: 'half', text: 'the middle half of the runs'}], 'nothing', redraw);

  /** The groups of a factor with their estimates; those without runs are left out. */
  function effects(factor, shown, runs) {
    const groups = T.groups(factor);
    const members = d3.group(runs, groups.of);
    const levels = groups.names.map((name, k) => {
      const own = members.get(k) || [];
      const sorted = own.map(shown.value).filter(v => v !== null).sort(d3.ascending);
      return Object.assign({k: k, name: name, quartiles: sorted.length ? [0.25, 0.75].map(p => DM.stats.quantile(sorted, p)) : null}, T.estimate(shown, own));
    }).filter(level => level.mean !== null);
    return {factor: factor, groups: groups, levels: levels};
  }

  DM.figure(T.results, {
    id: 'main-effects', title: 'Main effects', choices: [measure, also],
    about: 'Each panel: the mean over all runs at each level of one factor, whatever the others are.',
    draw: function (figure) {
      const shown = T.measure(measure.value), runs = T.runs(), half = also.value === 'half';
      const panels = T.varied.map(factor => effects(factor, shown, runs)).filter(panel => panel.levels.length > 0);
      if (panels.length === 0) return figure.nothing('No run has this measure.');
      const interval = panels.some(panel => panel.levels.some(level => level.low !== null));
      const y = P.extent(panels.flatMap(panel => panel.levels.flatMap(level =>
        [level.mean, level.low, level.high, ...(half ? level.quartiles : [])])), {zero: true, pad: 0.08});
      const across = panels.length === 4 ? 2 : Math.min(3, panels.length), rows = Math.ceil(panels.length / across);
      const left = 76, gap = 26, high = rows > 1 ? 190 : 250, below = 58, top = 34;
      const wide = (figure.width - left - 10 - gap * (across - 1)) / across;
      const svg = figure.open(top + rows * (high + below) - 4);
      P.legend(svg, left, 4, 800, [{label: 'mean', color: P.color(0), kind: 'line'}, ...(interval ? [{label: '95 % confidence interval', color: P.color(0), kind: 'area', opacity: 0.25}] : []),
        ...(half ? [{label: 'middle half of the runs', color: 'var(--faint)', kind: 'area', opacity: 0.25}] : [])]);
      panels.forEach((panel, index) => {
        const column = index % across, row = Math.floor(index / across);
        const box = {left: left + column * (wide + gap), top: top + row * (high + below)};
        box.right = box.left + wide;
        box.bottom = box.top + high - 8;
        draw(svg, box, panel, shown, y, column === 0, half);
      });
      const bases = Array.from(new Set(panels.flatMap(panel => panel.levels.map(level => level.by)))).filter(by => by !== 'none');
      figure.caption(shown.meaning + '. ' + (bases.map(by => DM.stats.basis[by]).join('; ') || DM.stats.basis.none) + '.'
        + (panels.some(panel => panel.groups.binned) ? ' Factors with many levels are cut into bins with equally many runs each.' : '') + T.remark());
      figure.table(['factor', 'level', 'measure', 'unit', 'runs', 'mean', 'low', 'high', 'lower_quartile', 'upper_quartile'],
        panels.flatMap(panel => panel.levels.map(level =>
          [panel.factor.name, level.name, shown.name, shown.unit, level.n, level.mean, level.low, level.high, ...level.quartiles])));
    },
  });

  function draw(svg, box, panel, shown, extent, first, half) {
    const x = T.across(panel.factor, panel.groups, [box.left, box.right]);
    x.label = P.shortened(panel.factor.label, Math.floor((box.right - box.left) / 7));
    const y = P.scale('linear', extent, [box.bottom, box.top]);
    P.axes(svg, box, x, Object.assign({grid: true, bare: !first, label: first ? shown.label : null, offset: 60}, y));
    const at = level => x.at(level.k);
    if (panel.groups.positions) {
      const area = (low, high) => d3.area().defined(level => low(level) !== null).x(at).y0(level => y.scale(low(level))).y1(level => y.scale(high(level)))(panel.levels);
      if (half) svg.append('path').attr('d', area(l => l.quartiles[0], l => l.quartiles[1])).style('fill', 'var(--faint)').style('fill-opacity', 0.2);
      svg.append('path').attr('class', 'band').attr('d', area(l => l.low, l => l.high)).style('fill', P.color(0)).style('fill-opacity', 0.25);
      svg.append('path').attr('d', d3.line().x(at).y(level => y.scale(level.mean))(panel.levels)).style('fill', 'none').style('stroke', P.color(0)).style('stroke-width', 2.2);
    } else {
      const wide = Math.min(44, 0.5 * (box.right - box.left) / panel.groups.names.length);
      const bars = (low, high, color) => svg.append('g').selectAll('rect').data(panel.levels.filter(l => low(l) !== null)).join('rect').attr('class', 'band')
        .attr('x', l => at(l) - wide / 2).attr('width', wide).attr('y', l => y.scale(high(l))).attr('height', l => Math.max(1, y.scale(low(l)) - y.scale(high(l))))
        .style('fill', color).style('fill-opacity', 0.25);
      if (half) bars(l => l.quartiles[0], l => l.quartiles[1], 'var(--faint)');
      bars(l => l.low, l => l.high, P.color(0));
      svg.append('g').selectAll('line').data(panel.levels).join('line').attr('x1', l => at(l) - wide / 2).attr('x2', l => at(l) + wide / 2)
        .attr('y1', l => y.scale(l.mean)).attr('y2', l => y.scale(l.mean)).style('stroke', P.color(0)).style('stroke-width', 2.2);
    }
    DM.tips(svg.append('g').selectAll('circle').data(panel.levels).join('circle').attr('class', 'mark')
      .attr('cx', at).attr('cy', level => y.scale(level.mean)).attr('r', 4.5).style('fill', P.color(0)),
      level => panel.factor.name + ' = ' + panel.groups.text(level.name) + '\n' + T.estimateText(shown, level));
  }
})(window.DM);
