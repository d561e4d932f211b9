// Keys for fast work on findings. Every one of them presses what stands on the page; without this the page is the same.
const OFF = "anonymity-keys-off";
const box = document.querySelector("[data-keys]");

if (box) {
  box.hidden = false;
  const turn = box.querySelector("[data-keys-switch]");
  turn.addEventListener("click", () => {
    remember(isOff() ? "" : "off");
    say(turn);
  });
  say(turn);
  document.addEventListener("keydown", (event) => press(event));
  document.querySelector(".app-mark--here")?.scrollIntoView({ block: "center" });
}

function isOff() {
  try {
    return window.localStorage.getItem(OFF) === "off";
  } catch {
    return false; // Where nothing may be stored, the keys are on.
  }
}

function remember(value) {
  try {
    window.localStorage.setItem(OFF, value);
  } catch {
    box.hidden = true; // They can't be switched off here for good, so they are off until the page is opened anew.
  }
}

function say(turn) {
  turn.setAttribute("aria-pressed", String(isOff()));
  turn.textContent = isOff() ? "Switch the keys on" : "Switch the keys off";
}

function press(event) {
  const typing = event.target.matches("input[type=text], input:not([type]), textarea, select");
  if (typing && event.key === "Escape") {
    event.target.blur();
  }
  if (typing || box.hidden || isOff() || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const act = {
    n: () => go("[data-key-next]") || go("[data-key-open] a"),
    p: () => go("[data-key-previous]"),
    u: () => go("[data-key-open] a"),
    a: () => answer("accept") && document.querySelector("[data-decide]").requestSubmit(),
    c: () => answer("change") && type("word"),
    k: () => answer("keep") && type("reason"),
    e: () => document.querySelector("[data-decide] [name=everywhere]")?.click(),
    "?": () => { box.querySelector("[data-keys-help]").open = true; },
  }[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}

function go(where) {
  const link = document.querySelector(where);
  link?.click();
  return Boolean(link);
}

function answer(value) {
  const radio = document.querySelector(`[data-decide] [name=outcome][value=${value}]`);
  radio?.click();
  return Boolean(radio);
}

function type(name) {
  const input = document.querySelector(`[data-decide] [name=${name}]`);
  input.focus();
  input.select();
}
