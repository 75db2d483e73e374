/*
 * Mechanisms on the same markets: efficiency and revenue, and the prices that buyers pay.
 */
'use strict';
(function (DM) {
  const C = DM.comparison, P = DM.plot, shares = DM.data.shares;
  const efficiency = C.measure('efficiency'), revenue = C.measure('revenue');

  const color = d => P.color(d % 8);
  const SHAPES = [d3.symbolCircle, d3.symbolSquare, d3.symbolTriangle];
  const shape = d => d3.symbol(SHAPES[Math.floor(d / 8) % 3], 90)();

  if (efficiency && revenue) {
    const section = DM.section('plane', 'Efficiency and revenue');
    DM.figure(section, {
      id: 'plane-picture', title: 'Welfare that is reached, and what sellers are paid',
      draw: function (figure) {
        const points = d3.range(C.mechanisms.length).map(d => ({d: d, x: C.mean(revenue.values[d]), y: C.mean(efficiency.values[d])})).filter(one => one.x.n > 0 && one.y.n > 0);
        if (points.length === 0) return figure.nothing('No mechanism has both.');
        const items = points.map(one => C.name(one.d));
        const box = {left: 78, top: 16, right: figure.width - 40 - Math.max(...items.map(text => P.textWidth(text) + 20)), bottom: Math.max(400, 40 + 20 * points.length)};
        const svg = figure.open(box.bottom + 46);
        const span = axis => points.flatMap(one => [one[axis].mean, one[axis].low, one[axis].high]);
        const x = P.scale('linear', P.extent(span('x'), {zero: true}), [box.left, box.right]);
        const y = P.scale('linear', P.extent(span('y'), {}), [box.bottom, box.top]);
        P.axes(svg, box, Object.assign({grid: true, label: revenue.label}, x), Object.assign({grid: true, label: 'efficiency', offset: 60}, y));
        points.forEach((one, k) => {
          const g = svg.append('g');
          if (one.x.low !== null) {
            g.append('line').attr('x1', x.scale(one.x.low)).attr('x2', x.scale(one.x.high)).attr('y1', y.scale(one.y.mean)).attr('y2', y.scale(one.y.mean)).style('stroke', color(one.d)).style('stroke-width', 1.6);
            g.append('line').attr('y1', y.scale(one.y.low)).attr('y2', y.scale(one.y.high)).attr('x1', x.scale(one.x.mean)).attr('x2', x.scale(one.x.mean)).style('stroke', color(one.d)).style('stroke-width', 1.6);
          }
          DM.tips(g.append('path').datum(one).attr('class', 'mark').attr('d', shape(one.d)).attr('transform', 'translate(' + x.scale(one.x.mean) + ',' + y.scale(one.y.mean) + ')').style('fill', color(one.d)).style('stroke', 'var(--paper)'),
            () => C.name(one.d) + '\nefficiency ' + DM.format(one.y.mean) + C.interval(one.y) + '\nrevenue ' + DM.format(one.x.mean) + C.interval(one.x) + ' ' + C.money);
          const at = box.top + 10 + 20 * k;
          svg.append('path').attr('d', shape(one.d)).attr('transform', 'translate(' + (box.right + 26) + ',' + at + ')').style('fill', color(one.d));
          svg.append('text').attr('class', 'tick').attr('x', box.right + 38).attr('y', at).attr('dy', '0.35em').text(items[k]);
        });
        const missing = C.mechanisms.length - points.length;
        figure.caption('Means over the markets with 95 % confidence intervals. These are wider than those of differences, for markets differ.'
          + (missing ? ' Without ' + d3.range(C.mechanisms.length).filter(d => !points.some(one => one.d === d)).map(C.name).join(', ') + ', under which nobody is paid.' : '') + C.remark);
        figure.table(['mechanism', 'revenue', 'revenue_low', 'revenue_high', 'efficiency', 'efficiency_low', 'efficiency_high'],
          points.map(one => [C.mechanisms[one.d].name, one.x.mean, one.x.low, one.x.high, one.y.mean, one.y.low, one.y.high]));
      },
    });
  }

  const quantiles = [5, 25, 50, 75, 95].map(share => ({share: share, values: shares.find(one => one.name === 'price_' + share).values}));
  const rows = d3.range(C.mechanisms.length).map(d => ({d: d, name: C.name(d), at: quantiles.map(one => C.mean(one.values[d]).mean), n: C.mean(quantiles[0].values[d]).n})).filter(row => row.n > 0);
  if (rows.length > 0) {
    const section = DM.section('prices', 'Prices paid');
    DM.figure(section, {
      id: 'prices-picture', title: 'What buyers pay for a unit',
      draw: function (figure) {
        const high = 28, left = 30 + Math.max(...rows.map(row => P.textWidth(row.name)));
        const box = {left: left, top: 34, right: figure.width - 24};
        box.bottom = box.top + high * rows.length;
        const svg = figure.open(box.bottom + 46);
        const x = P.scale('linear', P.extent(rows.flatMap(row => row.at), {zero: true}), [box.left, box.right]);
        const y = d3.scaleBand(rows.map(row => row.name), [box.top, box.bottom]);
        P.legend(svg, box.left, 4, 860, [{label: 'middle nine tenths of what is traded', color: P.color(0), kind: 'line'}, {label: 'middle half', color: P.color(0), kind: 'area', opacity: 0.5}, {label: 'median', color: P.color(1), kind: 'dot'}]);
        P.axes(svg, box, Object.assign({grid: true, label: 'unit price (' + C.money + '/GB)'}, x), {scale: y, ticks: rows.map(row => row.name), format: name => name});
        rows.forEach(row => {
          const at = y(row.name) + high / 2, p = row.at.map(price => x.scale(price));
          svg.append('line').attr('x1', p[0]).attr('x2', p[4]).attr('y1', at).attr('y2', at).style('stroke', P.color(0)).style('stroke-width', 2);
          svg.append('rect').attr('x', p[1]).attr('width', Math.max(1, p[3] - p[1])).attr('y', at - 7).attr('height', 14).style('fill', P.color(0)).style('fill-opacity', 0.5);
          DM.tips(svg.append('circle').datum(row).attr('class', 'mark').attr('cx', p[2]).attr('cy', at).attr('r', 4.5).style('fill', P.color(1)),
            () => row.name + '\nmedian ' + DM.format(row.at[2]) + '\nmiddle half ' + DM.format(row.at[1]) + ' … ' + DM.format(row.at[3]) + '\nmiddle nine tenths ' + DM.format(row.at[0]) + ' … ' + DM.format(row.at[4]) + '\n' + DM.counted(row.n, 'market'));
        });
        figure.caption('Unit prices of all that buyers get, by quantity: the quantiles of each market, and their means over the markets.' + C.remark);
        figure.table(['mechanism', 'markets', ...quantiles.map(one => 'price_' + one.share)], rows.map(row => [C.mechanisms[row.d].name, row.n, ...row.at]));
      },
    });
  }

  document.getElementById('report').append(DM.el('footer', null, 'Made by ' + DM.data.program + ' from the files beside this page: compare.csv, seeds.csv, shares.csv, model.yaml.'));
  DM.ready();
})(window.DM);
