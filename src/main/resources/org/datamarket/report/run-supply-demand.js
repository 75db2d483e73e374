/*
 * Supply and demand of the whole market at the end.
 */
'use strict';
(function (DM) {
  const P = DM.plot, R = DM.run, market = DM.data.supplyDemand, section = document.getElementById('end');
  const points = list => (list ? d3.range(list.length / 2).map(k => [list[2 * k], list[2 * k + 1]]) : []);
  const curves = [
    {name: 'true_demand', label: 'true demand', color: P.color(0), points: points(market.wanted), demand: true},
    {name: 'bids', label: R.cleared ? 'deliveries, at their unit prices' : 'bids', color: P.color(4), points: points(market.asked), demand: true},
    {name: 'supply', label: R.cleared ? 'supply at reserves' : 'supply at final reserves', color: P.color(1), points: points(market.offered)},
    {name: 'own_supply', label: 'supply at own reserves', color: P.color(3), kind: 'dash', points: points(market.own)},
  ].filter(curve => curve.points.length > 0);
  let domain = null;

  DM.figure(section, {
    id: 'supply-demand', title: 'Supply and demand',
    draw: function (figure) {
      if (curves.length === 0) return figure.nothing('Nobody wants or offers anything.');
      const box = {left: 78, top: 40, right: figure.width - 24, bottom: 380};
      const svg = figure.open(426);
      const x = P.scale('linear', domain || [0, market.most], [box.left, box.right]);
      const y = P.scale('linear', [0, market.top], [box.bottom, box.top]);
      const sells = market.low !== null;
      P.legend(svg, box.left, 6, 860, [...curves.map(curve => ({label: curve.label, color: curve.color, kind: curve.kind || 'line'})), ...(sells ? [{label: 'where it clears (middle 90 %)', color: P.color(2), kind: 'area', opacity: 0.3}] : [])]);
      P.axes(svg, box, Object.assign({label: 'quantity (GB)', grid: true}, x), Object.assign({label: 'unit price (' + R.unitPrice + ')', grid: true, offset: 60}, y));
      const g = P.clipped(svg, box);
      if (sells) {
        const tall = Math.max(6, y.scale(market.low) - y.scale(market.high)), middle = (y.scale(market.low) + y.scale(market.high)) / 2;
        g.append('rect').attr('class', 'mark').attr('x', x.scale(0)).attr('width', Math.max(0, x.scale(market.sold) - x.scale(0))).attr('y', middle - tall / 2).attr('height', tall).style('fill', P.color(2)).style('fill-opacity', 0.3);
      }
      curves.forEach(curve => {
        const all = curve.demand ? [...curve.points, [curve.points[curve.points.length - 1][0], 0]] : [...curve.points, [curve.points[curve.points.length - 1][0], market.top * 2]];
        g.append('path').attr('class', 'mark').attr('d', d3.line()(all.map(p => [x.scale(p[0]), y.scale(p[1])]))).style('fill', 'none').style('stroke', curve.color)
          .style('stroke-width', curve.name === 'true_demand' ? 3 : 2).style('stroke-dasharray', curve.kind === 'dash' ? '6 4' : null);
      });
      P.zoomAcross(svg, box, x.scale, zoomed => { domain = zoomed; DM.figures['supply-demand'].redraw(); })
        .on('pointermove.tip', event => {
          const [px, py] = d3.pointer(event, svg.node());
          DM.showTip(event, DM.format(x.scale.invert(px), 3) + ' GB at ' + DM.format(y.scale.invert(py), 3) + ' ' + R.unitPrice);
        })
        .on('pointerleave.tip', DM.hideTip);
      figure.caption((sells ? DM.format(market.sold) + ' GB are sold; nine tenths of it at sellers that clear at ' + (market.low === market.high ? '' : DM.format(market.low) + ' to ') + DM.format(market.high) + ' ' + R.unitPrice + '. ' : market.sold > 0 ? DM.format(market.sold) + ' GB are sold; sellers have no price. ' : 'Nothing is sold. ')
        + 'As if everybody saw everybody.' + (market.wanted ? '' : ' True demand is not known: the model cannot be drawn again.') + (market.thinned ? ' Steps too small to see are left out.' : ''));
      figure.table(['curve', 'quantity_GB', 'unit_price'], curves.flatMap(curve => curve.points.map(p => [curve.name, p[0], p[1]])));
    },
  });
})(window.DM);
