/*
 * Who gets how much from whom at the end: sellers above, buyers below, and between them ribbons as
 * wide as the quantity, coloured by the price paid.
 */
'use strict';
(function (DM) {
  const P = DM.plot, R = DM.run, network = DM.data.network;
  const section = DM.section('end', 'At the end');
  const name = (node, many) => (node.merged ? DM.count(node.merged) + ' other ' + many : node.id);

  DM.figure(section, {
    id: 'network', title: 'Who gets how much from whom',
    draw: function (figure) {
      const links = network.links.map(([buyer, seller, allocation, cost]) => ({buyer: buyer, seller: seller, allocation: allocation, price: cost / allocation}));
      if (links.length === 0) return figure.nothing('Nobody gets anything at the end.');
      const height = 460, box = {left: 14, right: figure.width - 120, top: 46, bottom: 404};
      const svg = figure.open(height);
      const sellers = network.sellers.map((node, index) => ({node: node, index: index, side: 'above', links: []}));
      const everybody = network.buyers.map((node, index) => ({node: node, index: index, side: 'below', links: []}));
      links.forEach(link => { sellers[link.seller].links.push(link); everybody[link.buyer].links.push(link); });
      const size = (node, own) => { node.size = node.node.merged ? d3.sum(node.links, link => link.allocation) : own || 0; };
      sellers.forEach(seller => size(seller, seller.node.quantity));
      everybody.forEach(buyer => size(buyer, d3.sum(buyer.links, link => link.allocation)));
      const offering = sellers.filter(seller => seller.size > 0), buyers = everybody.filter(buyer => buyer.size > 0);
      lay(offering, box, 3);
      // Buyers stand below where most of their data comes from.
      const pull = buyer => d3.sum(buyer.links, link => link.allocation * (sellers[link.seller].x + sellers[link.seller].wide / 2)) / d3.sum(buyer.links, link => link.allocation);
      buyers.sort((a, b) => Boolean(a.node.merged) - Boolean(b.node.merged) || pull(a) - pull(b) || a.index - b.index);
      lay(buyers, box, buyers.length > 80 ? 0.7 : 2);
      offering.forEach(seller => share(seller, link => everybody[link.buyer]));
      buyers.forEach(buyer => share(buyer, link => sellers[link.seller]));

      const prices = links.map(link => link.price);
      const [low, high] = d3.extent(prices);
      // What is told of a link has some digits only: one price for all stays one.
      const color = P.scale('linear', high - low > 3e-5 * Math.abs(high) ? [low, high] : [high, high], [0, 1]);
      const paint = price => (R.unpaid ? 'var(--c7)' : P.cividis(color.scale(price)));
      const g = P.clipped(svg, {left: box.left - 4, right: box.right + 4, top: 0, bottom: height}).append('g');
      const ribbon = link => {
        const a = link.above, b = link.below, middle = (box.top + box.bottom) / 2;
        return 'M' + a[0] + ',' + (box.top + 16) + 'C' + a[0] + ',' + middle + ' ' + b[0] + ',' + middle + ' ' + b[0] + ',' + (box.bottom - 16)
          + 'L' + b[1] + ',' + (box.bottom - 16) + 'C' + b[1] + ',' + middle + ' ' + a[1] + ',' + middle + ' ' + a[1] + ',' + (box.top + 16) + 'Z';
      };
      const drawn = links;
      const ribbons = DM.tips(g.append('g').selectAll('path').data(drawn).join('path').attr('class', 'mark').attr('d', ribbon)
        .style('fill', link => paint(link.price)).style('fill-opacity', drawn.length > 600 ? 0.55 : 0.7),
        link => name(network.sellers[link.seller], 'sellers') + ' → ' + name(network.buyers[link.buyer], 'buyers') + '\n' + DM.format(link.allocation) + ' GB' + (R.unpaid ? '' : ' at ' + DM.format(link.price) + ' ' + R.unitPrice));
      const bars = (nodes, y, text, which) => {
        const blocks = g.append('g').selectAll('rect').data(nodes).join('rect').attr('class', 'mark').attr('x', node => node.x).attr('width', node => Math.max(0.5, node.wide)).attr('y', y).attr('height', 14)
          .style('fill', 'var(--c7)');
        DM.tips(blocks, node => text(node.node));
        blocks.on('pointerenter.light', (event, node) => ribbons.classed('dimmed', link => link[which] !== node.index))
          .on('pointerleave.light', () => ribbons.classed('dimmed', false));
        return blocks;
      };
      const line = (label, value, unit) => (value === null || value === undefined ? '' : '\n' + label + ' ' + DM.format(value) + ' ' + unit);
      bars(offering, box.top, node => (node.merged ? others(node, 'sellers') : name(node, 'sellers') + (node.group ? ' (' + node.group + ')' : '') + '\nsells ' + DM.format(node.sold) + ' of ' + DM.format(node.quantity) + ' GB'
        + line('mean price', node.unit_price, R.unitPrice) + line('reserve', node.final_reserve, R.unitPrice)), 'seller');
      bars(buyers, box.bottom - 14, node => (node.merged ? others(node, 'buyers') : name(node, 'buyers') + (node.group ? ' (' + node.group + ')' : '') + '\ngets ' + DM.format(node.allocation) + ' of ' + DM.format(node.demand) + ' GB wanted'
        + line('pays', node.unit_price, R.unitPrice) + line('utility', node.utility, R.money)), 'buyer');
      const others = (node, many) => name(node, many) + '\nas wide as they trade with those drawn';
      const short = (node, many) => P.shortened(name(node.node, many), node.node.merged ? 30 : 16);
      const labels = (nodes, y, many) => g.append('g').selectAll('text').data(nodes.filter(node => node.wide > P.textWidth(short(node, many), 12) + 2)).join('text').attr('class', 'tick')
        .attr('x', node => node.x + node.wide / 2).attr('y', y).attr('text-anchor', 'middle').text(node => short(node, many));
      labels(offering, box.top - 6, 'sellers');
      labels(buyers, box.bottom + 14, 'buyers');
      svg.append('text').attr('class', 'label').attr('x', box.left).attr('y', 18).text('sellers, as wide as what they offer (GB)');
      svg.append('text').attr('class', 'label').attr('x', box.left).attr('y', height - 12).text('buyers, as wide as what they get (GB)');
      if (!R.unpaid) P.colorBar(svg, box.right + 38, 110, 220, color, 'price paid (' + R.unitPrice + ')');
      d3.select(svg.node()).call(d3.zoom().scaleExtent([1, 40]).translateExtent([[box.left, 0], [box.right, height]]).extent([[box.left, 0], [box.right, height]])
        .filter(event => (event.type === 'wheel' ? event.ctrlKey || event.metaKey : !event.button))
        .on('zoom', event => g.attr('transform', 'translate(' + event.transform.x + ',0) scale(' + event.transform.k + ',1)')));
      const notes = [R.cleared ? DM.counted(network.winning, 'delivery', 'deliveries') + (R.unpaid ? '; nobody pays' : '') : DM.counted(network.winning, 'winning bid') + ' of ' + DM.counted(network.bids, 'bid')];
      const merged = [[network.buyers, 'buyers'], [network.sellers, 'sellers']].flatMap(([nodes, many]) => nodes.filter(node => node.merged).map(node => DM.count(node.merged) + ' smaller ' + many + ' are drawn as one'));
      notes.push(...merged);
      if (network.quantityApart > 0) notes.push('the ' + DM.format(network.quantityApart) + ' GB that these trade among themselves are not drawn');
      if (network.linksLeft > 0) notes.push(DM.counted(network.linksLeft, 'smaller ribbon') + ' with ' + DM.format(network.quantityLeft) + ' GB in all are not drawn');
      figure.caption(notes.join('; ') + '. Point at a seller or a buyer to see its own; zoom with Ctrl and the wheel.');
      figure.table(['seller', 'buyer', 'allocation_GB', 'unit_price'], links.map(link => [name(network.sellers[link.seller], 'sellers'), name(network.buyers[link.buyer], 'buyers'), link.allocation, R.unpaid ? null : link.price]));
    },
  });

  /** Places nodes side by side, as wide as their sizes. */
  function lay(nodes, box, gap) {
    const space = Math.min(gap, 0.3 * (box.right - box.left) / Math.max(1, nodes.length));
    const unit = (box.right - box.left - space * (nodes.length - 1)) / d3.sum(nodes, node => node.size);
    let x = box.left;
    nodes.forEach(node => {
      node.x = x;
      node.wide = node.size * unit;
      node.unit = unit;
      x += node.wide + space;
    });
  }

  /** Gives each link its share of a node's width, in the order of the nodes at the other side. */
  function share(node, other) {
    let x = node.x;
    node.links.slice().sort((a, b) => other(a).x - other(b).x).forEach(link => {
      const wide = link.allocation * node.unit;
      link[node.side] = [x, x + wide];
      x += wide;
    });
  }
})(window.DM);
