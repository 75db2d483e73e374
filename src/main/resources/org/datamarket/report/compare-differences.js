/*
 * Mechanisms on the same markets: the paired differences in any measure.
 */
'use strict';
(function (DM) {
  const C = DM.comparison, P = DM.plot, section = document.getElementById('measures');
  if (C.mechanisms.length < 2 || C.measures.length === 0) return;

  const measure = DM.select('differences.measure', 'Measure', C.measures.map(one => ({value: one.name, text: one.title})),
    (C.measure('welfare') || C.measures[0]).name, () => DM.figures.differences.redraw());

  DM.figure(section, {
    id: 'differences', title: 'Differences from ' + C.mechanisms[C.base].name, choices: [measure],
    draw: function (figure) {
      const shown = C.measure(measure.value), base = C.base;
      const rows = d3.range(C.mechanisms.length).filter(d => d !== base)
        .map(d => {
          const pairs = C.pairs(shown.values, d, base);
          return Object.assign({d: d, name: C.name(d), pairs: pairs.filter(pair => pair.value !== null)}, DM.stats.estimate(pairs));
        });
      const known = rows.filter(row => row.n > 0);
      if (known.length === 0) return figure.nothing('No market has this measure under ' + C.mechanisms[base].name + ' and another mechanism.');
      const high = 30, left = 30 + Math.max(...rows.map(row => P.textWidth(row.name)));
      const box = {left: left, top: 36, right: figure.width - 230};
      box.bottom = box.top + high * rows.length;
      const svg = figure.open(box.bottom + 48);
      const x = P.scale('linear', P.extent([0, ...known.flatMap(row => row.pairs.map(pair => pair.value)), ...known.flatMap(row => [row.low, row.high])], {}), [box.left, box.right]);
      const y = d3.scaleBand(rows.map(row => row.name), [box.top, box.bottom]);
      P.legend(svg, box.left, 4, 860, [{label: 'a market', color: P.color(5), kind: 'dot'}, {label: 'mean with 95 % confidence interval', color: P.color(1), kind: 'line'}, {label: 'no difference', color: 'var(--ink)', kind: 'dash'}]);
      P.axes(svg, box, Object.assign({grid: true, label: 'difference in ' + shown.label}, x), {scale: y, ticks: rows.map(row => row.name), format: name => name});
      svg.append('line').attr('class', 'zero').attr('x1', x.scale(0)).attr('x2', x.scale(0)).attr('y1', box.top).attr('y2', box.bottom);
      rows.forEach(row => {
        const at = y(row.name) + high / 2;
        const told = svg.append('text').attr('class', 'tick').attr('x', box.right + 12).attr('y', at).attr('dy', '0.35em');
        if (row.n === 0) { told.text('n/a'); return; }
        told.text(C.signed(row.mean) + (row.low === null ? '' : '  [' + DM.format(row.low, 3) + ', ' + DM.format(row.high, 3) + ']'));
        svg.append('g').selectAll('circle').data(row.pairs).join('circle').attr('cx', pair => x.scale(pair.value))
          .attr('cy', pair => at + ((Math.imul(pair.replication + 1, 2654435761) >>> 0) / 2147483648 - 1) * high * 0.28).attr('r', 2.2).style('fill', P.color(5)).style('fill-opacity', 0.7);
        if (row.low !== null) svg.append('line').attr('x1', x.scale(row.low)).attr('x2', x.scale(row.high)).attr('y1', at).attr('y2', at).style('stroke', P.color(1)).style('stroke-width', 3);
        DM.tips(svg.append('circle').datum(row).attr('class', 'mark').attr('cx', x.scale(row.mean)).attr('cy', at).attr('r', 5).style('fill', P.color(1)),
          one => one.name + '\n' + shown.title + ' ' + C.difference(one) + '\n' + DM.counted(one.n, 'pair'));
      });
      svg.append('text').attr('class', 'tick').attr('x', box.right + 12).attr('y', box.top - 8).text('mean [95 % interval]');
      figure.caption(shown.meaning + '. Each mechanism less ' + C.mechanisms[base].name + ', market by market.' + C.remark);
      figure.table(['mechanism', 'measure', 'unit', 'base', 'pairs', 'difference', 'low', 'high'],
        rows.map(row => [C.mechanisms[row.d].name, shown.name, shown.shown, C.mechanisms[base].name, row.n, row.mean, row.low, row.high]));
    },
  });
})(window.DM);
