/* Whatever goes wrong is told on the page, and kept in <html data-errors> for whoever tests it. */
'use strict';
window.addEventListener('error', function (event) {
  const root = document.documentElement;
  const text = String(event.message) + ' (' + event.lineno + ')';
  root.dataset.errors = root.dataset.errors ? root.dataset.errors + '\n' + text : text;
  const note = document.createElement('p');
  note.className = 'failure';
  note.textContent = 'A part of this report could not be drawn: ' + text;
  document.body.prepend(note);
});
