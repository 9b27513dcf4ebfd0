/* Puts the panel at the top of Wagtail's editor and the source text at each field, by content path. Changes no field. */
(() => {
  'use strict';

  let left = null; // the flagged passage that was gone to last: a click on the panel's button takes the focus from it

  const find = (path) => {
    // The deepest element that belongs to the path; blocks and fields carry data-contentpath, inline children their order.
    let element = document.querySelector('[data-edit-form], form[data-w-unsaved], #page-edit-form, form') && document;
    for (const step of path) {
      const within = element.querySelector(`[data-contentpath="${CSS.escape(step)}"]`);
      const child = /^\d+$/.test(step) ? element.querySelectorAll('[data-inline-panel-child]')[Number(step)] : null;
      const next = within || child;
      if (!next) break;
      element = next;
    }
    return element === document ? null : element;
  };

  const paragraph = (text, flagWord) => {
    const item = document.createElement('p');
    item.append(text.text);
    for (const flag of text.flags) {
      const note = document.createElement('strong');
      note.className = 'hrnews-source__flag';
      note.lang = document.documentElement.lang;
      note.textContent = `${flagWord}: ${flag}`;
      item.append(note);
    }
    return item;
  };

  const sourceBox = (texts, template) => {
    // A note, not a landmark: one at each field would bury the page's own.
    const box = document.createElement('div');
    box.setAttribute('role', 'note');
    box.className = 'hrnews-source';
    box.tabIndex = -1;
    const label = document.createElement('span');
    label.className = 'hrnews-source__label';
    label.textContent = template.dataset.label;
    box.setAttribute('aria-label', template.dataset.label);
    box.append(label);
    const words = document.createElement('div');
    words.lang = template.dataset.lang;
    words.append(...texts.map((text) => paragraph(text, template.dataset.flag)));
    box.append(words);
    if (texts.some((text) => text.flags.length)) {
      box.dataset.hrnewsFlagged = '';
      // The way on from here as well: the panel is far away for whoever works by keyboard.
      const onward = template.content.querySelector('[data-hrnews-next]');
      if (onward) box.append(onward.cloneNode(true));
    }
    return box;
  };

  const mount = (texts, template) => {
    const groups = new Map();
    for (const text of texts) {
      const element = find(text.rich ? text.path.slice(0, -1) : text.path);
      if (element) groups.set(element, [...(groups.get(element) || []), text]);
    }
    for (const [element, group] of groups) {
      if (element.querySelector(':scope > .hrnews-source')) continue;
      element.append(sourceBox(group, template));
      element.classList.add('hrnews-beside');
    }
  };

  const next = (event) => {
    const button = event.target.closest('[data-hrnews-next]');
    const flagged = [...document.querySelectorAll('[data-hrnews-flagged]')];
    if (!button || !flagged.length) return;
    const current = flagged.indexOf(button.closest('[data-hrnews-flagged]') || left);
    left = flagged[(current + 1) % flagged.length];
    left.scrollIntoView({ block: 'center' });
    left.focus({ preventScroll: true });
  };

  const PAUSE = 400; // milliseconds; Draftail fills the form 250 ms after the last key

  const waitForLastKeys = (form) => {
    // Whoever approves right after typing would approve the text without their last words.
    let typed = 0;
    form.addEventListener('input', () => { typed = Date.now(); }, true);
    form.addEventListener('keydown', () => { typed = Date.now(); }, true);
    form.addEventListener('click', (event) => {
      const button = event.target.closest('[name="action-publish"], [name="action-hrnews-approve"]');
      if (!button || Date.now() - typed > PAUSE) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setTimeout(() => button.click(), PAUSE + 50);
    }, true);
  };

  const start = () => {
    const template = document.getElementById('hrnews-review-panel');
    const data = document.getElementById('hrnews-review-texts');
    if (!template || !data) return;
    const texts = JSON.parse(data.textContent);
    const form = template.closest('form');
    form.prepend(template.content.cloneNode(true));
    form.addEventListener('click', next);
    waitForLastKeys(form);
    mount(texts, template);
    let pending = 0;
    new MutationObserver(() => {
      // StreamField blocks are built, moved and split by script: whatever appears gets its source.
      clearTimeout(pending);
      pending = setTimeout(() => mount(texts, template), 200);
    }).observe(form, { childList: true, subtree: true });
  };

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
