/**
 * What moves the page of `write-html-atlas.ts`: plain JavaScript for any browser, as text, since it is part of a file
 * that stands alone. It shows texts as texts only (`textContent`), so that no name is ever markup, and asks nobody.
 */
export const htmlAtlasScript = String.raw`'use strict';
(function () {
  var data = JSON.parse(document.getElementById('data').textContent);
  var people = data.people, groups = data.groups;
  var byId = function (id) { return document.getElementById(id); };
  var canvas = byId('map'), pen = canvas.getContext('2d');
  var search = byId('search'), found = byId('found'), card = byId('card'), guesses = byId('guesses');
  var root = document.documentElement;
  var view = { x: 0, y: 0, zoom: 1 }, chosen = -1, pointed = -1, waiting = false;
  var tiesOf = people.map(function () { return []; });
  data.ties.forEach(function (tie) { tiesOf[tie[0]].push(tie); tiesOf[tie[1]].push(tie); });
  var folded = people.map(function (one) { return fold([one.n, one.r, one.p].concat(one.t || []).join(' ')); });
  var order = people.map(function (_, i) { return i; }).sort(function (a, b) {
    return tiesOf[b].length - tiesOf[a].length || a - b;
  });
  var lands = landsOf();

  function fold(text) { return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase(); }
  function colour(name) { return getComputedStyle(root).getPropertyValue('--' + name).trim(); }
  function tint(i, kind) { return colour(kind + '-' + (people[i].g < 0 ? 0 : groups[people[i].g].t)); }
  function size() { return { width: canvas.clientWidth, height: canvas.clientHeight }; }
  function at(i) { return { x: people[i].x * view.zoom + view.x, y: people[i].y * view.zoom + view.y }; }

  /* Land: discs round the people of a group, and paths between those who stand near each other. */
  function landsOf() {
    return groups.map(function (group, g) {
      var members = [], discs = new Path2D(), paths = new Path2D();
      people.forEach(function (one, i) { if (one.g === g) members.push(i); });
      members.forEach(function (i, rank) {
        var one = people[i], nearest = -1, least = 90 * 90;
        discs.moveTo(one.x + 29, one.y);
        discs.arc(one.x, one.y, 29, 0, 7);
        for (var k = rank - 1; k >= 0 && rank - k < 400; k--) {
          var other = people[members[k]];
          var far = (one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y);
          if (far < least) { least = far; nearest = members[k]; }
        }
        if (nearest < 0) return;
        paths.moveTo(one.x, one.y);
        paths.lineTo(people[nearest].x, people[nearest].y);
      });
      var sum = members.reduce(function (s, i) { return { x: s.x + people[i].x, y: s.y + people[i].y }; }, { x: 0, y: 0 });
      var count = Math.max(1, members.length);
      return { members: members, discs: discs, paths: paths, x: sum.x / count, y: sum.y / count };
    });
  }

  function redraw() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(function () { waiting = false; draw(); });
  }

  function draw() {
    var box = size(), ratio = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(box.width * ratio) || canvas.height !== Math.round(box.height * ratio)) {
      canvas.width = Math.round(box.width * ratio);
      canvas.height = Math.round(box.height * ratio);
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.fillStyle = colour('sea');
    pen.fillRect(0, 0, box.width, box.height);
    drawLands(ratio);
    drawTies();
    drawPeople(box);
    drawNames(box);
  }

  function drawLands(ratio) {
    pen.save();
    pen.setTransform(ratio * view.zoom, 0, 0, ratio * view.zoom, ratio * view.x, ratio * view.y);
    pen.lineCap = pen.lineJoin = 'round';
    lands.forEach(function (land, g) {
      var edge = 1.4 / view.zoom;
      [['coast', edge], ['land', 0]].forEach(function (layer) {
        pen.fillStyle = pen.strokeStyle = colour(layer[0] + '-' + groups[g].t);
        pen.lineWidth = 2 * layer[1];
        pen.fill(land.discs);
        if (layer[1] > 0) pen.stroke(land.discs);
        pen.lineWidth = 42 + 2 * layer[1];
        pen.stroke(land.paths);
      });
    });
    pen.restore();
  }

  function drawTies() {
    [0, 1].forEach(function (guess) {
      if (guess === 1 && !guesses.checked) return;
      pen.beginPath();
      pen.setLineDash(guess ? [1, 4] : []);
      pen.strokeStyle = colour(guess ? 'tie-guess' : 'tie');
      pen.lineWidth = Math.min(1.4, Math.max(0.5, view.zoom));
      data.ties.forEach(function (tie) { if (tie[2] === guess) line(tie); });
      pen.stroke();
    });
    if (chosen >= 0) {
      [0, 1].forEach(function (guess) {
        pen.beginPath();
        pen.setLineDash(guess ? [1, 4] : []);
        pen.strokeStyle = colour('text');
        pen.lineWidth = 1.6;
        tiesOf[chosen].forEach(function (tie) { if (tie[2] === guess && (!guess || guesses.checked)) line(tie); });
        pen.stroke();
      });
    }
    pen.setLineDash([]);
  }

  function line(tie) {
    var a = at(tie[0]), b = at(tie[1]);
    pen.moveTo(a.x, a.y);
    pen.lineTo(b.x, b.y);
  }

  function radius(i) { return (people[i].d / 2) * Math.min(1.6, Math.max(0.42, view.zoom / 0.7)); }

  function drawPeople(box) {
    people.forEach(function (_, i) {
      var spot = at(i), reach = radius(i);
      if (spot.x < -30 || spot.y < -30 || spot.x > box.width + 30 || spot.y > box.height + 30) return;
      pen.beginPath();
      pen.arc(spot.x, spot.y, reach, 0, 7);
      pen.fillStyle = tint(i, 'coast');
      pen.fill();
      if (i !== chosen && i !== pointed) return;
      pen.beginPath();
      pen.arc(spot.x, spot.y, reach + 4, 0, 7);
      pen.strokeStyle = colour(i === chosen ? 'accent' : 'text');
      pen.lineWidth = 2;
      pen.stroke();
    });
  }

  function drawNames(box) {
    var taken = [], written = 0;
    pen.textBaseline = 'alphabetic';
    pen.lineJoin = 'round';
    lands.forEach(function (land, g) {
      write(groups[g].n, land.x * view.zoom + view.x, land.y * view.zoom + view.y, '600 17px ' + colour('serif'), colour('name-' + groups[g].t), false);
    });
    if (chosen >= 0) nameOf(chosen, true);
    if (pointed >= 0 && pointed !== chosen) nameOf(pointed, true);
    for (var k = 0; k < order.length && written < 250; k++) {
      var i = order[k];
      if (i === chosen || i === pointed || (view.zoom < 0.5 && k > 40)) continue;
      var spot = at(i);
      if (spot.x < 0 || spot.y < 0 || spot.x > box.width || spot.y > box.height) continue;
      if (nameOf(i, false)) written++;
    }
    function nameOf(i, must) {
      var spot = at(i);
      return write(people[i].n, spot.x, spot.y + radius(i) + 14, '500 12.5px ' + colour('sans'), colour('text'), must);
    }
    function write(text, x, y, font, ink, must) {
      pen.font = font;
      var wide = pen.measureText(text).width;
      var place = { left: x - wide / 2 - 3, right: x + wide / 2 + 3, top: y - 13, bottom: y + 5 };
      var free = taken.every(function (other) {
        return place.left > other.right || place.right < other.left || place.top > other.bottom || place.bottom < other.top;
      });
      if (!free && !must) return false;
      taken.push(place);
      pen.strokeStyle = colour('halo');
      pen.lineWidth = 3;
      pen.strokeText(text, x - wide / 2, y);
      pen.fillStyle = ink;
      pen.fillText(text, x - wide / 2, y);
      return true;
    }
  }

  function fit(members) {
    if (members.length === 0) return;
    var left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity, box = size();
    members.forEach(function (i) {
      left = Math.min(left, people[i].x); right = Math.max(right, people[i].x);
      top = Math.min(top, people[i].y); bottom = Math.max(bottom, people[i].y);
    });
    var zoom = Math.min(box.width / (right - left + 120), box.height / (bottom - top + 120));
    view.zoom = Math.min(1.8, Math.max(0.02, zoom));
    view.x = box.width / 2 - ((left + right) / 2) * view.zoom;
    view.y = box.height / 2 - ((top + bottom) / 2) * view.zoom;
    redraw();
  }

  function zoomBy(factor, x, y) {
    var zoom = Math.min(6, Math.max(0.02, view.zoom * factor)), share = zoom / view.zoom;
    view.x = x - (x - view.x) * share;
    view.y = y - (y - view.y) * share;
    view.zoom = zoom;
    redraw();
  }

  function under(x, y) {
    var best = -1, least = Infinity;
    people.forEach(function (_, i) {
      var spot = at(i), far = Math.hypot(spot.x - x, spot.y - y);
      if (far <= radius(i) + 5 && far < least) { least = far; best = i; }
    });
    return best;
  }

  function element(kind, text, parent) {
    var made = document.createElement(kind);
    if (text !== undefined) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  }

  function button(text, parent, act) {
    var made = element('button', text, parent);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  }

  function choose(i, goThere) {
    chosen = i;
    card.hidden = i < 0;
    card.replaceChildren();
    if (i >= 0) showCard(people[i], i);
    if (i >= 0 && goThere) {
      var box = size();
      view.zoom = Math.max(view.zoom, 0.8);
      view.x = box.width / 2 - people[i].x * view.zoom;
      view.y = box.height / 2 - people[i].y * view.zoom;
    }
    redraw();
  }

  function showCard(one, i) {
    var head = element('div', undefined, card);
    head.className = 'head';
    var title = element('h2', one.n, head);
    title.tabIndex = -1;
    button('Close', head, function () { choose(-1); search.focus(); });
    [one.r, one.p].forEach(function (text) { if (text) element('p', text, card); });
    if (one.g >= 0) element('p', 'Group: ' + groups[one.g].n, card);
    if (one.l) element('p', 'Last in touch on ' + one.l, card);
    list('How to reach them', one.w || [], function (way, item) {
      if (!way[1]) { item.textContent = way[0]; return; }
      var link = element('a', way[0], item);
      link.href = way[1];
      link.rel = 'noopener noreferrer';
      link.target = '_blank';
    });
    list('Tags', one.t || [], function (tag, item) { item.textContent = tag; });
    list('Notes', one.o || [], function (note, item) { item.textContent = note; });
    list('Knows', tiesOf[i].slice(0, 200), function (tie, item) {
      var other = tie[0] === i ? tie[1] : tie[0];
      button(people[other].n, item, function () { choose(other, true); focusTitle(); });
      var words = [tie[3], tie[2] ? 'a guess' : ''].filter(Boolean).join(', ');
      if (words) element('span', ' ' + words, item);
    });
    if (tiesOf[i].length > 200) element('p', 'and ' + (tiesOf[i].length - 200) + ' more', card);
  }

  function list(title, items, show) {
    if (items.length === 0) return;
    element('h3', title, card);
    var lines = element('ul', undefined, card);
    items.forEach(function (one) { show(one, element('li', undefined, lines)); });
  }

  function focusTitle() { var title = card.querySelector('h2'); if (title) title.focus(); }

  function isNamed(i, words) {
    var parts = fold(people[i].n).split(/[\s-]+/);
    return words.every(function (word) { return parts.some(function (part) { return part.indexOf(word) === 0; }); });
  }

  function look() {
    var words = fold(search.value.trim()).split(/\s+/).filter(Boolean), most = 60, count = 0;
    found.replaceChildren();
    if (words.length === 0) { byId('count').textContent = data.words; return; }
    var fits = order.filter(function (i) { return words.every(function (word) { return folded[i].indexOf(word) >= 0; }); });
    var named = fits.filter(function (i) { return isNamed(i, words); });
    // Who is called so comes before those whose work or place is.
    named.concat(fits.filter(function (i) { return !isNamed(i, words); })).forEach(function (i) {
      count++;
      if (count > most) return;
      var item = element('li', undefined, found);
      button(people[i].n, item, function () { choose(i, true); focusTitle(); });
      if (people[i].r) element('span', ' ' + people[i].r, item);
    });
    byId('count').textContent = count === 0 ? 'Nobody is found' : count === 1 ? '1 person' : count + ' people' + (count > most ? ', the first ' + most + ' of them here' : '');
  }

  search.addEventListener('input', look);
  search.addEventListener('keydown', function (event) {
    var first = found.querySelector('button');
    if (event.key === 'Enter' && first) first.click();
    if (event.key === 'ArrowDown' && first) { event.preventDefault(); first.focus(); }
  });
  found.addEventListener('keydown', function (event) {
    var step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    var all = Array.prototype.slice.call(found.querySelectorAll('button'));
    var next = all[all.indexOf(document.activeElement) + step];
    (next || (step < 0 ? search : document.activeElement)).focus();
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && chosen >= 0) { choose(-1); search.focus(); }
  });

  var held = null;
  canvas.addEventListener('pointerdown', function (event) {
    held = { x: event.offsetX, y: event.offsetY, moved: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', function (event) {
    if (held) {
      var dx = event.offsetX - held.x, dy = event.offsetY - held.y;
      if (!held.moved && Math.hypot(dx, dy) < 4) return;
      held = { x: event.offsetX, y: event.offsetY, moved: true };
      view.x += dx;
      view.y += dy;
      redraw();
      return;
    }
    var over = under(event.offsetX, event.offsetY);
    canvas.style.cursor = over >= 0 ? 'pointer' : 'grab';
    if (over !== pointed) { pointed = over; redraw(); }
  });
  canvas.addEventListener('pointerup', function (event) {
    if (held && !held.moved) choose(under(event.offsetX, event.offsetY));
    held = null;
  });
  canvas.addEventListener('pointercancel', function () { held = null; });
  canvas.addEventListener('wheel', function (event) {
    event.preventDefault();
    zoomBy(Math.exp(-event.deltaY * 0.0015), event.offsetX, event.offsetY);
  }, { passive: false });
  canvas.addEventListener('keydown', function (event) {
    var steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    var box = size(), step = steps[event.key];
    if (step) { event.preventDefault(); view.x += step[0]; view.y += step[1]; redraw(); }
    if (event.key === '+' || event.key === '=') zoomBy(1.3, box.width / 2, box.height / 2);
    if (event.key === '-') zoomBy(1 / 1.3, box.width / 2, box.height / 2);
  });
  byId('in').addEventListener('click', function () { var box = size(); zoomBy(1.4, box.width / 2, box.height / 2); });
  byId('out').addEventListener('click', function () { var box = size(); zoomBy(1 / 1.4, box.width / 2, box.height / 2); });
  byId('all').addEventListener('click', function () { fit(order); });
  guesses.addEventListener('change', redraw);
  byId('theme').addEventListener('click', function () {
    var dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    redraw();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  window.addEventListener('resize', redraw);
  groups.forEach(function (group, g) {
    if (lands[g].members.length === 0) return;
    var item = element('li', undefined, byId('groups'));
    button(group.n, item, function () { fit(lands[g].members); });
    element('span', ' ' + lands[g].members.length, item);
  });
  guesses.parentElement.hidden = !data.ties.some(function (tie) { return tie[2] === 1; });
  look();
  fit(order);
  redraw();
})();
`;
