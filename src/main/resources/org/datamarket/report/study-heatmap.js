/*
 * A measure over two factors, as coloured cells with their numbers.
 */
'use strict';
(function (DM) {
  const T = DM.study, P = DM.plot;
  if (T.varied.length < 2) return;

  const redraw = () => DM.figures['heat-map'].redraw();
  const measure = T.chooseMeasure('heat.measure', ['converged'], redraw);
  const numeric = T.varied.filter(factor => factor.numbers);
  const fallback = numeric.length >= 2 ? numeric : T.varied;
  const acrossChoice = T.chooseFactor('heat.x', 'Across', T.varied, fallback[0].index, redraw);
  const upChoice = T.chooseFactor('heat.y', 'Up', T.varied, fallback[1].index, redraw);
  const colors = DM.select('heat.colors', 'Colours', [{value: 'auto', text: 'automatic'}, {value: 'linear', text: 'linear'}, {value: 'log', text: 'logarithmic'}], 'auto', redraw);

  DM.figure(T.results, {
    id: 'heat-map', title: 'Two factors at once', choices: [measure, acrossChoice, upChoice, colors],
    draw: function (figure) {
      const shown = T.measure(measure.value), across = T.factor(acrossChoice.number), up = T.factor(upChoice.number);
      if (across === up) return figure.nothing('Choose two different factors.');
      const columns = T.groups(across), lines = T.groups(up);
      const members = d3.group(T.runs(), columns.of, lines.of);
      const cells = [];
      columns.names.forEach((x, i) => lines.names.forEach((y, j) => {
        const runs = members.get(i) && members.get(i).get(j) || [];
        cells.push(Object.assign({i: i, j: j, x: x, y: y, runs: runs.length}, T.estimate(shown, runs)));
      }));
      const values = cells.map(cell => cell.mean).filter(value => value !== null);
      if (values.length === 0) return figure.nothing('No run has this measure.');
      const longest = d3.max(lines.names, name => Math.min(22, lines.text(name).length));
      const left = 46 + Math.max(30, P.textWidth('x'.repeat(longest)));
      const box = {left: left, top: 12, right: figure.width - 110};
      const high = Math.max(26, Math.min(58, 420 / lines.names.length));
      box.bottom = box.top + high * lines.names.length;
      const svg = figure.open(box.bottom + 52);
      const x = d3.scaleBand(columns.names, [box.left, box.right]), y = d3.scaleBand(lines.names, [box.bottom, box.top]);
      const room = Math.max(3, Math.floor(x.bandwidth() / 7));
      P.axes(svg, box, Object.assign(ticks(columns, x, room), {label: across.label}), Object.assign(ticks(lines, y, 22), {label: up.label, offset: left - 18}));
      const color = colorScale(shown, values, box);
      const fill = cell => P.cividis(color.share(cell.mean));
      const known = cells.filter(cell => cell.mean !== null), empty = cells.filter(cell => cell.mean === null);
      const place = selection => selection.attr('x', cell => x(cell.x)).attr('y', cell => y(cell.y)).attr('width', x.bandwidth()).attr('height', y.bandwidth());
      DM.tips(place(svg.append('g').selectAll('rect').data(empty).join('rect').attr('class', 'empty')),
        cell => where(cell) + '\n' + (cell.runs ? 'no run has a number here' : 'no runs'));
      DM.tips(place(svg.append('g').selectAll('rect').data(known).join('rect').attr('class', 'cell mark')).style('fill', fill),
        cell => where(cell) + '\n' + T.estimateText(shown, cell));
      if (x.bandwidth() >= 34 && y.bandwidth() >= 18) {
        const digits = Math.min(P.digitsApart(values), x.bandwidth() >= 64 ? 6 : x.bandwidth() >= 50 ? 4 : 3);
        svg.append('g').style('pointer-events', 'none').selectAll('text').data(known).join('text')
          .attr('x', cell => x(cell.x) + x.bandwidth() / 2).attr('y', cell => y(cell.y) + y.bandwidth() / 2).attr('dy', '0.35em')
          .attr('text-anchor', 'middle').style('fill', cell => P.inkOn(fill(cell))).text(cell => DM.format(cell.mean, digits));
      }
      P.colorBar(svg, box.right + 36, box.top + 4, Math.min(260, box.bottom - box.top - 8), color, shown.label);
      const means = known.map(cell => cell.mean);
      figure.caption(shown.meaning + '. Means over all runs of a cell, from ' + DM.format(d3.min(means)) + ' to ' + DM.format(d3.max(means)) + '; the intervals are at the pointer and in the CSV.' + T.remark());
      figure.table([across.name, up.name, 'measure', 'unit', 'runs', 'mean', 'low', 'high'],
        cells.map(cell => [cell.x, cell.y, shown.name, shown.unit, cell.n, cell.mean, cell.low, cell.high]));

      function where(cell) {
        return across.name + ' = ' + columns.text(cell.x) + '\n' + up.name + ' = ' + lines.text(cell.y);
      }
    },
  });

  /** Levels are written in the middle of their band, the bounds of bins between them. */
  function ticks(groups, scale, room) {
    if (!groups.binned) return {scale: scale, ticks: groups.names, format: name => P.shortened(groups.text(name), room)};
    const [from, to] = scale.range(), last = groups.bounds.length - 1;
    return {scale: k => from + (to - from) * k / last, ticks: d3.range(last + 1), format: k => DM.format(groups.bounds[k], 3)};
  }

  /** A scale from values to [0, 1], a share always from 0 to 1. */
  function colorScale(shown, values, box) {
    const least = d3.min(values), most = d3.max(values);
    const sizes = values.filter(value => value > 0).sort(d3.ascending);
    const spread = sizes.length > 2 && least >= 0 && most > 30 * DM.stats.quantile(sizes, 0.5);
    const log = !shown.share && (colors.value === 'log' && sizes.length > 0 && least >= 0 || colors.value === 'auto' && spread);
    const kind = !log ? 'linear' : least > 0 ? 'log' : 'zero-log';
    const bar = Math.min(260, box.bottom - box.top);
    const scale = P.scale(kind, shown.share ? [0, 1] : [least, most], [0, bar], log ? sizes[0] : 1);
    return {scale: scale.scale, ticks: scale.ticks, share: value => scale.scale(value) / bar};
  }
})(window.DM);
