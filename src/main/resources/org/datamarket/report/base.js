/*
 * What all reports share: making elements, writing numbers, the choices that the address keeps,
 * figures with their buttons, and the tip at the pointer. Texts from the data reach the page as text
 * nodes only, never as HTML.
 */
'use strict';
window.DM = (function () {
  const DM = {data: JSON.parse(document.getElementById('data').textContent), figures: {}};

  /** An element with attributes (null ones are left out) and children, texts or elements. */
  DM.el = function (tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (typeof value === 'function') element.addEventListener(name, value);
      else if (value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter(child => child !== null && child !== undefined));
    return element;
  };

  /* ---- numbers --------------------------------------------------------------------------- */

  const SUPERSCRIPTS = {'-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹'};

  /** A number for people: some significant digits, no needless zeros, a real minus. */
  DM.format = function (value, digits) {
    if (value === null || value === undefined || Number.isNaN(value)) return '–';
    if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
    if (value === 0) return '0';
    const size = Math.abs(value);
    const precision = digits || 4;
    let text;
    if (size < 1e-4 || size >= 1e9) {
      const [mantissa, exponent] = size.toExponential(Math.min(precision, 3) - 1).split('e');
      const power = '10' + String(+exponent).replace(/./g, c => SUPERSCRIPTS[c]);
      text = +mantissa === 1 ? power : String(+mantissa) + '·' + power;
    } else if (size >= Math.pow(10, precision)) {
      text = String(Math.round(size)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
    } else {
      text = String(+size.toPrecision(precision));
    }
    return (value < 0 ? '−' : '') + text;
  };

  /** A whole number, its digits in groups from ten thousand on. */
  DM.count = n => (n < 0 ? '−' : '') + String(Math.round(Math.abs(n))).replace(/^\d{5,}$/, digits => digits.replace(/\B(?=(\d{3})+$)/g, '\u202f'));

  /** "3 runs", "1 run". */
  DM.counted = (n, noun, plural) => DM.count(n) + ' ' + (n === 1 ? noun : plural || noun + 's');

  /** A duration for people. */
  DM.duration = function (seconds) {
    if (seconds === null) return '–';
    if (seconds < 120) return DM.format(seconds, 3) + ' s';
    if (seconds < 7200) return DM.format(seconds / 60, 3) + ' min';
    return DM.format(seconds / 3600, 3) + ' h';
  };

  /** A name with its unit, as axes and legends have it. */
  DM.withUnit = (name, unit) => (unit && unit !== '1' ? name + ' (' + unit + ')' : name);

  /* ---- choices, kept in the address after #, so that a view can be passed on ---------------- */

  const choices = new URLSearchParams(location.hash.slice(1));

  DM.choice = function (key, fallback, allowed) {
    const kept = choices.get(key);
    return kept !== null && allowed.includes(kept) ? kept : fallback;
  };

  function keep(key, value) {
    choices.set(key, value);
    try {
      history.replaceState(null, '', '#' + choices.toString());
    } catch (refused) {
      // some browsers forbid it for local files: then the address stays as it is
    }
  }

  // Another address with other choices: what the page itself keeps is no such event.
  window.addEventListener('hashchange', () => location.reload());

  /**
   * A list to choose from. Options are {value, text}; `changed` is called after each choice. The
   * result has the element and, at any time, the value.
   */
  DM.select = function (key, label, options, fallback, changed) {
    const values = options.map(option => String(option.value));
    const chosen = DM.choice(key, String(fallback), values);
    const list = DM.el('select', {'data-key': key, change: () => { keep(key, list.value); changed(); }},
      options.map(option => DM.el('option', {value: option.value}, option.text)));
    list.value = values.includes(chosen) ? chosen : values[0];
    return {
      element: DM.el('label', {class: 'choice'}, DM.el('span', null, label), list),
      get value() { return list.value; },
      get number() { return +list.value; },
      get text() { return list.selectedOptions.length ? list.selectedOptions[0].textContent : ''; },
    };
  };

  /* ---- the page's parts --------------------------------------------------------------------- */

  const report = document.getElementById('report');

  /** A section with a heading; parts are added to it. */
  DM.section = function (id, title, about) {
    const section = DM.el('section', {id: id}, DM.el('h2', null, title), about ? DM.el('p', {class: 'about'}, about) : null);
    report.append(section);
    return section;
  };

  DM.header = function (...parts) {
    report.append(DM.el('header', null, parts));
  };

  /** Cards with a number each: {value, label, remark}. */
  DM.cards = function (cards) {
    return DM.el('dl', {class: 'cards'}, cards.map(card =>
      DM.el('div', {class: card.warn ? 'card warn' : 'card'},
        DM.el('dt', null, card.label), DM.el('dd', null, card.value),
        card.remark ? DM.el('dd', {class: 'remark'}, card.remark) : null)));
  };

  /**
   * A table. Columns are {title, text(row), number}; numbers stand to the right. It scrolls within
   * itself when it is wide.
   */
  DM.table = function (columns, rows) {
    return DM.el('div', {class: 'scroll', tabindex: 0}, DM.el('table', null,
      DM.el('thead', null, DM.el('tr', null, columns.map(column =>
        DM.el('th', {class: column.number ? 'number' : null, scope: 'col'}, column.title)))),
      DM.el('tbody', null, rows.map(row => DM.el('tr', null, columns.map(column =>
        DM.el('td', {class: column.number ? 'number' : null}, column.text(row))))))));
  };

  /** A command that can be copied. */
  DM.command = function (text) {
    const button = DM.el('button', {
      type: 'button', class: 'copy', title: 'Copy the command', 'aria-label': 'Copy the command',
      click: () => navigator.clipboard && navigator.clipboard.writeText(text).then(() => {
        button.textContent = 'copied';
        setTimeout(() => { button.textContent = 'copy'; }, 1200);
      }),
    }, 'copy');
    return DM.el('span', {class: 'command'}, button, DM.el('code', null, text));
  };

  /* ---- figures -------------------------------------------------------------------------------- */

  const SVG_STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity',
    'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order'];

  /**
   * A figure: heading, choices, picture, legend text, and buttons that save it.
   *
   * @param parent where it goes
   * @param spec {id, title, about, choices: [select…], draw(figure)}; draw fills figure.svg (a D3
   *     selection, emptied before), says what it shows with figure.caption(text), and leaves the
   *     plotted numbers with figure.table(columns, rows)
   */
  DM.figure = function (parent, spec) {
    const plot = DM.el('div', {class: 'plot'});
    const caption = DM.el('figcaption');
    const element = DM.el('figure', {id: spec.id},
      DM.el('div', {class: 'heading'}, DM.el('h3', null, spec.title),
        DM.el('div', {class: 'buttons'},
          DM.el('button', {type: 'button', title: 'Save this picture as SVG', click: () => save(spec.id + '.svg', 'image/svg+xml', figure.svgText())}, 'SVG'),
          DM.el('button', {type: 'button', title: 'Save the plotted numbers as CSV', click: () => save(spec.id + '.csv', 'text/csv', figure.csvText())}, 'CSV'))),
      spec.about ? DM.el('p', {class: 'about'}, spec.about) : null,
      spec.choices && spec.choices.length ? DM.el('div', {class: 'choices'}, spec.choices.map(c => c.element)) : null,
      plot, caption);
    parent.append(element);
    let numbers = {columns: [], rows: []};
    const figure = {
      width: 960,
      /** Empties the picture and makes it so many units high; the width is always 960. */
      open: function (height, label) {
        plot.replaceChildren();
        figure.height = height;
        figure.svg = d3.select(plot).append('svg')
          .attr('xmlns', 'http://www.w3.org/2000/svg')
          .attr('viewBox', '0 0 ' + figure.width + ' ' + height)
          .attr('role', 'img').attr('aria-label', label || spec.title);
        return figure.svg;
      },
      /** A sentence instead of a picture. */
      nothing: function (text) {
        figure.open(60);
        figure.svg.append('text').attr('class', 'nothing').attr('x', figure.width / 2).attr('y', 34)
          .attr('text-anchor', 'middle').text(text);
        figure.table([], []);
        figure.caption('');
      },
      caption: text => { caption.textContent = text; },
      table: (columns, rows) => { numbers = {columns: columns, rows: rows}; },
      csvText: () => csv(numbers),
      svgText: () => exported(figure.svg.node(), spec.title),
      redraw: () => spec.draw(figure),
    };
    DM.figures[spec.id] = figure;
    figure.redraw();
    return figure;
  };

  function cell(value) {
    if (value === null || value === undefined || Number.isNaN(value)) return '';
    const formula = typeof value === 'string' && /^'*[=+\-@\t\r]/.test(value) && !/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value);
    const text = (formula ? "'" : '') + value;
    return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function csv(numbers) {
    return [numbers.columns, ...numbers.rows].map(row => row.map(cell).join(',') + '\n').join('');
  }

  /** The picture as a file of its own: with its styles, in its light colours, on white. */
  function exported(svg, title) {
    const root = document.documentElement;
    root.dataset.theme = 'light';
    const copy = svg.cloneNode(true);
    const from = [svg, ...svg.querySelectorAll('*')];
    const to = [copy, ...copy.querySelectorAll('*')];
    from.forEach((element, k) => {
      const style = getComputedStyle(element);
      to[k].removeAttribute('class');
      to[k].removeAttribute('style');
      if (element.children.length === 0 || element.tagName === 'text' || element.tagName === 'g') {
        for (const name of SVG_STYLES) {
          const value = style.getPropertyValue(name);
          if (value && value !== DEFAULTS[name]) to[k].setAttribute(name, value);
        }
      }
    });
    delete root.dataset.theme;
    copy.querySelectorAll('[data-screen]').forEach(element => element.remove());
    const box = svg.viewBox.baseVal;
    copy.setAttribute('width', box.width);
    copy.setAttribute('height', box.height);
    const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    paper.setAttribute('width', box.width);
    paper.setAttribute('height', box.height);
    paper.setAttribute('fill', '#fff');
    const name = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    name.textContent = title;
    copy.prepend(name, paper);
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(copy) + '\n';
  }

  const DEFAULTS = {'fill-opacity': '1', 'stroke': 'none', 'stroke-width': '1px', 'stroke-dasharray': 'none',
    'stroke-opacity': '1', 'stroke-linejoin': 'miter', 'opacity': '1', 'font-weight': '400', 'paint-order': 'normal'};

  function save(name, type, text) {
    const address = URL.createObjectURL(new Blob([text], {type: type + ';charset=utf-8'}));
    const link = DM.el('a', {href: address, download: name});
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  /* ---- the tip at the pointer ----------------------------------------------------------------- */

  const tip = DM.el('div', {class: 'tip', hidden: ''});
  document.body.append(tip);

  DM.showTip = function (event, text) {
    tip.textContent = text;
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    const left = Math.min(event.clientX + 14, window.innerWidth - box.width - 8);
    const below = event.clientY + 18 + box.height < window.innerHeight;
    tip.style.left = Math.max(8, left) + 'px';
    tip.style.top = (below ? event.clientY + 18 : Math.max(8, event.clientY - box.height - 12)) + 'px';
  };

  DM.hideTip = () => { tip.hidden = true; };

  /** Gives marks a tip; text(datum) may have several lines. */
  DM.tips = function (selection, text) {
    return selection.classed('tipped', true)
      .on('pointerenter pointermove', (event, datum) => DM.showTip(event, text(datum)))
      .on('pointerleave', DM.hideTip);
  };

  /** To be called when all figures are there. */
  DM.ready = function () {
    document.documentElement.dataset.ready = 'true';
  };

  return DM;
})();
