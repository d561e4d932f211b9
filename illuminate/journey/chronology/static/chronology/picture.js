// Zooms the swim-lane picture: by dragging across it, by keys, by buttons, and by the wheel with Ctrl or Shift.
// The server draws each window, as wide as there is room; while its answer comes, the drawing that is there is stretched, so that nothing waits.
const DAY = 86400000;
const LEAST = 7; // days
const PAUSE = 120; // milliseconds without a further step before the server is asked
const FITS = 0.12; // how far a drawing's width may be from the room that there is, before it is drawn anew

for (const root of document.querySelectorAll("[data-lanes]")) {
  start(root);
}

function start(root) {
  const view = root.querySelector("[data-lanes-view]");
  const state = { root, view, whole: days(root), now: shown(view), drawn: shown(view), timer: 0, asking: null };
  for (const part of root.querySelectorAll("[data-lanes-tools]")) {
    part.hidden = false;
  }
  view.classList.add("app-lanes__view--alive");
  root.addEventListener("click", (event) => press(state, event));
  view.addEventListener("keydown", (event) => key(state, event));
  view.addEventListener("wheel", (event) => wheel(state, event), { passive: false });
  startBrush(state);
  new ResizeObserver(() => fit(state)).observe(view);
}

// What an element says that it is about: a first day as a time, and how many days.
function days(element) {
  return { first: Date.parse(element.dataset.first), days: Number(element.dataset.days) };
}

function shown(view) {
  return days(view.querySelector("svg"));
}

// On a screen much narrower or wider than the drawing was made for, it is drawn for that screen.
function fit(state) {
  const room = state.view.clientWidth;
  const made = state.view.querySelector("svg").viewBox.baseVal.width;
  if (room > 0 && Math.abs(made - room) > FITS * room) {
    later(state);
  }
}

function press(state, event) {
  const what = event.target.closest("[data-do]")?.dataset.do;
  if (what) {
    event.preventDefault();
  }
  if (what === "table") {
    showInTable(state);
  } else if (what) {
    step(state, what);
  }
}

function step(state, what, middle = 0.5) {
  const { first, days } = state.now;
  const steps = {
    in: () => around(first, days, 0.5, middle),
    out: () => around(first, days, 2, middle),
    earlier: () => ({ first: first - days * 0.4 * DAY, days }),
    later: () => ({ first: first + days * 0.4 * DAY, days }),
    whole: () => state.whole,
  };
  go(state, steps[what]());
}

function around(first, days, factor, middle = 0.5) {
  const wanted = days * factor;
  return { first: first + (days - wanted) * middle * DAY, days: wanted };
}

function key(state, event) {
  const keys = {
    ArrowLeft: "earlier", ArrowRight: "later", ArrowUp: "in", ArrowDown: "out", "+": "in", "=": "in", "-": "out",
    Home: "whole", 0: "whole",
  };
  const what = keys[event.key];
  if (what && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    step(state, what);
  }
}

// A plain wheel scrolls the page, as everywhere.
function wheel(state, event) {
  if (!event.ctrlKey && !event.shiftKey) {
    return;
  }
  event.preventDefault();
  const more = (event.deltaY || event.deltaX) > 0;
  go(state, around(state.now.first, state.now.days, more ? 1.25 : 0.8, share(state, event.clientX)));
}

// Where a point lies between the first day and the last, from 0 to 1.
function share(state, clientX) {
  const svg = state.view.querySelector("svg");
  const box = svg.getBoundingClientRect();
  const unit = svg.viewBox.baseVal.width / box.width;
  const at = ((clientX - box.left) * unit - Number(svg.dataset.left)) / Number(svg.dataset.plot);
  return Math.min(1, Math.max(0, at));
}

function startBrush(state) {
  let from = null;
  const brush = document.createElement("div");
  brush.className = "app-lanes__brush";
  brush.hidden = true;
  state.view.append(brush);
  state.brush = brush;
  state.view.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType !== "touch") {
      from = event.clientX;
    }
  });
  window.addEventListener("pointermove", (event) => {
    if (from !== null && Math.abs(event.clientX - from) > 4) {
      const box = state.view.getBoundingClientRect();
      const left = Math.max(box.left, Math.min(from, event.clientX));
      const right = Math.min(box.right, Math.max(from, event.clientX));
      brush.hidden = false;
      brush.style.left = `${left - box.left + state.view.scrollLeft}px`;
      brush.style.width = `${right - left}px`;
    }
  });
  window.addEventListener("pointerup", (event) => {
    const began = from;
    from = null;
    brush.hidden = true;
    if (began === null) {
      return;
    }
    if (Math.abs(event.clientX - began) > 4) {
      const [left, right] = [share(state, began), share(state, event.clientX)].sort((a, b) => a - b);
      const { first, days } = state.now;
      go(state, { first: first + left * days * DAY, days: (right - left) * days });
    } else {
      follow(state, event.target);
    }
  });
}

// A sign leads to its finding; one that stands for several zooms to them, or lists those of one fortnight.
function follow(state, target) {
  const { url, from, for: long } = target.closest?.("[data-url], [data-from]")?.dataset ?? {};
  if (!state.view.contains(target)) {
    return;
  }
  if (url) {
    window.location.assign(url);
  } else if (from && Number(long) > 2 * LEAST) {
    go(state, around(Date.parse(from), Number(long), 1.2));
  } else if (from) {
    state.now = { first: Date.parse(from), days: Number(long) };
    showInTable(state, "any");
  }
}

function go(state, wanted) {
  const long = Math.min(state.whole.days, Math.max(LEAST, Math.round(wanted.days)));
  const end = state.whole.first + state.whole.days * DAY;
  const first = Math.max(state.whole.first, Math.min(end - long * DAY, wanted.first));
  state.now = { first: Math.round(first / DAY) * DAY, days: long };
  stretch(state);
  later(state);
}

function later(state) {
  window.clearTimeout(state.timer);
  state.timer = window.setTimeout(() => draw(state), PAUSE);
}

// Shows the drawing that is there at the new scale until the server's comes.
function stretch(state) {
  const svg = state.view.querySelector("svg");
  const moving = svg.querySelector("[data-lanes-moving]");
  const [left, plot] = [Number(svg.dataset.left), Number(svg.dataset.plot)];
  const scale = state.drawn.days / state.now.days;
  const shift = ((state.drawn.first - state.now.first) / DAY / state.now.days) * plot;
  moving.setAttribute("transform", `translate(${left + shift - left * scale} 0) scale(${scale} 1)`);
}

async function draw(state) {
  state.asking?.abort();
  state.asking = new AbortController();
  const body = new FormData(state.root.querySelector("[data-lanes-form]"));
  body.set("from", iso(state.now.first));
  body.set("to", iso(state.now.first + (state.now.days - 1) * DAY));
  body.set("width", state.view.clientWidth);
  try {
    const answer = await fetch(state.root.dataset.url, {
      method: "POST", body, credentials: "same-origin", signal: state.asking.signal,
      headers: { "X-Requested-With": "fetch" },
    });
    if (!answer.ok || answer.redirected) {
      throw new Error(String(answer.status));
    }
    show(state, await answer.json());
  } catch (fault) {
    if (fault.name !== "AbortError") {
      say(state, "The picture could not be drawn. Check that you are signed in, in another tab, then try again.");
    }
  }
}

function show(state, told) {
  state.view.querySelector("svg").outerHTML = told.picture;
  state.drawn = shown(state.view);
  say(state, told.words);
}

function say(state, words) {
  state.root.querySelector("[data-lanes-words]").textContent = words;
}

function showInTable(state, finding) {
  const form = document.querySelector("[data-lanes-filter]");
  const last = state.now.first + (state.now.days - 1) * DAY;
  form.querySelector("[name=since]").value = long(state.now.first);
  form.querySelector("[name=until]").value = long(last);
  if (finding) {
    form.querySelector("[name=finding]").value = finding;
  }
  form.requestSubmit();
}

function iso(time) {
  return new Date(time).toISOString().slice(0, 10);
}

function long(time) {
  return new Date(time).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
