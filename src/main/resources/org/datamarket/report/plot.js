/*
 * Parts of pictures: scales, axes, legends, zooming by dragging, colours. Colours of marks are CSS
 * variables --c0 … --c7 (Okabe and Ito's, which colour-blind people can tell apart) and so follow
 * the page's light and dark; quantities have cividis, which is the same in both.
 */
'use strict';
(function (DM) {
  const P = DM.plot = {};

  P.color = k => 'var(--c' + (k % 8) + ')';

  /** Cividis from 0 to 1; on it, dark or light text, whichever reads better. */
  P.cividis = share => d3.interpolateCividis(Math.max(0, Math.min(1, share)));
  P.inkOn = color => (d3.lab(color).l > 55 ? '#111' : '#fff');

  /** How wide a text is drawn, about. */
  P.textWidth = (text, size) => String(text).length * (size || 12) * 0.56;

  /** How many significant digits tell numbers apart that differ by a fiftieth of their range. */
  P.digitsApart = function (values) {
    const [low, high] = d3.extent(values);
    const needed = high > low ? Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / (high - low) * 50)) : 0;
    return Math.max(3, Math.min(6, needed));
  };

  P.shortened = (text, letters) => (text.length > letters ? text.slice(0, letters - 1) + '…' : text);

  /**
   * A scale for numbers, with its ticks and how they are written.
   *
   * @param kind 'linear', 'log' (all above 0) or 'zero-log': logarithmic in size, with a place for 0
   * @param unit of 'zero-log': the size below which it is linear
   */
  P.scale = function (kind, domain, range, unit) {
    let [low, high] = domain;
    if (!(high > low)) {
      const pad = Math.abs(low) * 0.1 || 1;
      low = kind === 'log' ? low / 2 : low - pad;
      high = kind === 'log' ? high * 2 : high + pad;
    }
    const count = Math.max(3, Math.min(8, Math.abs(range[1] - range[0]) / 45));
    if (kind === 'log') {
      if (!(low > 0)) throw new RangeError('a logarithmic scale from ' + low);
      const scale = d3.scaleLog([low, high], range);
      return {scale: scale, ticks: decades(low, high, count, false)};
    }
    if (kind === 'zero-log') {
      const scale = d3.scaleSymlog([low, high], range).constant(unit);
      const ticks = high > 0 ? decades(Math.max(unit, high / 1e12), high, count, true) : [];
      const negative = low < 0 ? decades(Math.max(unit, -low / 1e12), -low, count, true).map(t => -t) : [];
      return {scale: scale, ticks: [...negative.reverse(), 0, ...ticks].filter(t => t >= low && t <= high)};
    }
    const scale = d3.scaleLinear([low, high], range);
    return {scale: scale, ticks: scale.ticks(count)};
  };

  /** Powers of ten in a range, thinned; with 2 and 5 times them if there are few. */
  function decades(low, high, count, powersOnly) {
    if (!(low > 0 && Number.isFinite(high))) return [];
    const first = Math.ceil(Math.log10(low) - 1e-9), last = Math.floor(Math.log10(high) + 1e-9);
    const step = Math.max(1, Math.ceil((last - first + 1) / count));
    const ticks = [];
    for (let power = last; power >= first; power -= step) ticks.unshift(Math.pow(10, power));
    if (powersOnly || ticks.length >= 3) return ticks;
    const finer = [];
    for (let power = first - 1; power <= last + 1; power++) {
      for (const m of [1, 2, 5]) finer.push(+(m * Math.pow(10, power)).toPrecision(2));
    }
    const within = finer.filter(t => t >= low && t <= high);
    return within.length >= 2 ? within : d3.ticks(low, high, count);
  }

  /** The range of values; null if there is none. Padded a little, and made to include 0 if near. */
  P.extent = function (values, options) {
    const finite = values.filter(value => value !== null && Number.isFinite(value));
    if (finite.length === 0) return null;
    let low = d3.min(finite), high = d3.max(finite);
    if (options && options.zero && low > 0 && low < 0.4 * high) low = 0;
    const pad = (high - low) * (options && options.pad !== undefined ? options.pad : 0.05);
    const padded = [low === 0 ? 0 : low - pad, high + pad];
    if (low >= 0 && padded[0] < 0) padded[0] = 0;
    return padded;
  };

  /**
   * Axes, grid and their labels.
   *
   * @param box {left, top, right, bottom}
   * @param x, y {scale, ticks, label, format, grid} each; ticks of a scale with bands are its domain
   */
  P.axes = function (svg, box, x, y) {
    const g = svg.append('g').attr('class', 'axes');
    if (x) {
      x.ticks.forEach(tick => {
        const at = center(x.scale, tick);
        if (x.grid) g.append('line').attr('class', 'grid').attr('x1', at).attr('x2', at).attr('y1', box.top).attr('y2', box.bottom);
        g.append('line').attr('class', 'axis').attr('x1', at).attr('x2', at).attr('y1', box.bottom).attr('y2', box.bottom + 4);
      });
      label(g, x, box);
      g.append('line').attr('class', 'axis').attr('x1', box.left).attr('x2', box.right).attr('y1', box.bottom).attr('y2', box.bottom);
      if (x.label) {
        g.append('text').attr('class', 'label').attr('x', (box.left + box.right) / 2).attr('y', box.bottom + (x.offset || 36))
          .attr('text-anchor', 'middle').text(fitting(x.label, box.right - box.left + 60));
      }
    }
    if (y) {
      y.ticks.forEach(tick => {
        const at = center(y.scale, tick);
        if (y.grid) g.append('line').attr('class', 'grid').attr('x1', box.left).attr('x2', box.right).attr('y1', at).attr('y2', at);
        g.append('line').attr('class', 'axis').attr('x1', box.left - 4).attr('x2', box.left).attr('y1', at).attr('y2', at);
        if (!y.bare) {
          g.append('text').attr('class', 'tick').attr('x', box.left - 7).attr('y', at).attr('dy', '0.32em')
            .attr('text-anchor', 'end').text((y.format || DM.format)(tick));
        }
      });
      g.append('line').attr('class', 'axis').attr('x1', box.left).attr('x2', box.left).attr('y1', box.top).attr('y2', box.bottom);
      if (y.label) {
        g.append('text').attr('class', 'label').attr('text-anchor', 'middle')
          .attr('transform', 'translate(' + (box.left - (y.offset || 52)) + ',' + (box.top + box.bottom) / 2 + ') rotate(-90)').text(fitting(y.label, box.bottom - box.top + 40));
      }
    }
    return g;
  };

  const fitting = (text, room) => P.shortened(text, Math.max(8, Math.floor(room / 6.6)));

  /** Tick labels below the x axis: those that would overlap the one before are left out. */
  function label(g, x, box) {
    let free = -Infinity;
    x.ticks.forEach(tick => {
      const text = (x.format || DM.format)(tick);
      const half = P.textWidth(text) / 2;
      const at = center(x.scale, tick);
      if (at - half < free) return;
      free = at + half + 6;
      g.append('text').attr('class', 'tick').attr('x', at).attr('y', box.bottom + 17).attr('text-anchor', 'middle').text(text);
    });
  }

  function center(scale, tick) {
    return scale(tick) + (scale.bandwidth ? scale.bandwidth() / 2 : 0);
  }

  /**
   * A legend in rows. Items are {label, color, kind}: 'line' (of a pattern `dash`), 'dash', 'area' or 'dot'. Returns how
   * high it is.
   */
  P.legend = function (svg, left, top, width, items) {
    const g = svg.append('g').attr('class', 'legend');
    let x = left, y = top + 8;
    items.forEach(item => {
      const wide = 26 + P.textWidth(item.label) + 18;
      if (x > left && x + wide > left + width) { x = left; y += 18; }
      if (item.kind === 'area') {
        g.append('rect').attr('x', x).attr('y', y - 6).attr('width', 20).attr('height', 12).style('fill', item.color).style('fill-opacity', item.opacity || 1);
      } else if (item.kind === 'dot') {
        g.append('circle').attr('cx', x + 10).attr('cy', y).attr('r', 4.5).style('fill', item.color);
      } else {
        g.append('line').attr('x1', x).attr('x2', x + 20).attr('y1', y).attr('y2', y).style('stroke', item.color)
          .style('stroke-width', 2.5).style('stroke-dasharray', item.kind === 'dash' ? '6 4' : item.dash || null);
      }
      g.append('text').attr('class', 'tick').attr('x', x + 26).attr('y', y).attr('dy', '0.35em').text(item.label);
      x += wide;
    });
    return y - top + 14;
  };

  /** A bar of cividis with its numbers, to the right of a picture. */
  P.colorBar = function (svg, left, top, height, scale, label) {
    const g = svg.append('g').attr('class', 'colors');
    const steps = 48;
    for (let k = 0; k < steps; k++) {
      g.append('rect').attr('x', left).attr('y', top + height * (1 - (k + 1) / steps)).attr('width', 14)
        .attr('height', height / steps + 0.6).style('fill', P.cividis((k + 0.5) / steps));
    }
    const digits = P.digitsApart(scale.ticks);
    const along = scale.scale.copy().range([top + height, top]);
    scale.ticks.forEach(tick => {
      const y = along(tick);
      if (!(y >= top - 1 && y <= top + height + 1)) return;
      g.append('line').attr('class', 'axis').attr('x1', left + 14).attr('x2', left + 18).attr('y1', y).attr('y2', y);
      g.append('text').attr('class', 'tick').attr('x', left + 21).attr('y', y).attr('dy', '0.32em').text(DM.format(tick, digits));
    });
    g.append('text').attr('class', 'label').attr('text-anchor', 'middle')
      .attr('transform', 'translate(' + (left - 8) + ',' + (top + height / 2) + ') rotate(-90)').text(label);
  };

  /**
   * Zooming across by dragging, back by a double click.
   *
   * @param zoomed is called with the new domain, or null for all
   */
  P.zoomAcross = function (svg, box, scale, zoomed) {
    const area = svg.append('rect').attr('class', 'catch').attr('data-screen', '').attr('x', box.left).attr('y', box.top)
      .attr('width', box.right - box.left).attr('height', box.bottom - box.top);
    const shade = svg.append('rect').attr('class', 'shade').attr('data-screen', '').attr('y', box.top).attr('height', box.bottom - box.top)
      .attr('width', 0);
    let from = null;
    const at = event => Math.max(box.left, Math.min(box.right, d3.pointer(event, svg.node())[0]));
    area.on('pointerdown.zoom', event => {
      if (event.button !== 0 || event.pointerType === 'touch') return;
      from = at(event);
      event.currentTarget.setPointerCapture(event.pointerId);
    });
    area.on('pointermove.zoom', event => {
      if (from === null) return;
      const to = at(event);
      shade.attr('x', Math.min(from, to)).attr('width', Math.abs(to - from));
    });
    area.on('pointerup.zoom pointercancel.zoom', event => {
      if (from === null) return;
      const to = at(event), begun = from;
      from = null;
      shade.attr('width', 0);
      if (event.type === 'pointerup' && Math.abs(to - begun) > 6) {
        zoomed([scale.invert(Math.min(begun, to)), scale.invert(Math.max(begun, to))]);
      }
    });
    area.on('dblclick.zoom', () => zoomed(null));
    return area;
  };

  let clips = 0;

  /** A group whose marks end at the box. */
  P.clipped = function (svg, box) {
    const id = 'clip' + clips++;
    svg.append('clipPath').attr('id', id).append('rect').attr('x', box.left).attr('y', box.top - 1)
      .attr('width', box.right - box.left).attr('height', box.bottom - box.top + 2);
    return svg.append('g').attr('clip-path', 'url(#' + id + ')');
  };
})(window.DM);
