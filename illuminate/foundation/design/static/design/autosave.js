// Saves a long form as it is written: two seconds after the last change, and when the page is left.
// <form data-autosave-url="/address/"> posts its fields there as form data; any 2xx answer means saved.
const PAUSE = 2000;
const AGAIN = 20000; // after a failure, without waiting for another change

export function startAutosave(form) {
  const state = { form, status: statusOf(form), timer: 0, changed: false, sending: false };
  const later = () => {
    state.changed = true;
    window.clearTimeout(state.timer);
    state.timer = window.setTimeout(() => save(state), PAUSE);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) {
      window.clearTimeout(state.timer);
      state.changed = false;
    }
  });
  window.addEventListener("pagehide", () => leave(state));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      leave(state);
    }
  });
}

function statusOf(form) {
  const given = form.querySelector("[data-autosave-status]");
  if (given) {
    return given;
  }
  const made = document.createElement("p");
  made.className = "app-saved";
  made.setAttribute("role", "status");
  form.append(made);
  return made;
}

async function save(state) {
  if (!state.changed || state.sending) {
    return;
  }
  state.changed = false;
  state.sending = true;
  const saved = await send(state);
  state.sending = false;
  say(state, saved);
  state.changed ||= !saved;
  if (state.changed) {
    state.timer = window.setTimeout(() => save(state), saved ? PAUSE : AGAIN);
  }
}

async function send(state) {
  try {
    const answer = await fetch(state.form.dataset.autosaveUrl, {
      method: "POST",
      body: fieldsOf(state.form),
      credentials: "same-origin",
      headers: { "X-Requested-With": "fetch" },
    });
    // A signed-out person is sent to the sign-in page, which answers 200: that is not saved.
    return answer.ok && !answer.redirected;
  } catch {
    return false;
  }
}

function leave(state) {
  if (state.changed && !state.sending) {
    window.clearTimeout(state.timer);
    state.changed = !navigator.sendBeacon(state.form.dataset.autosaveUrl, fieldsOf(state.form));
  }
}

function fieldsOf(form) {
  const data = new FormData(form);
  data.append("page-title", document.querySelector("h1")?.textContent.trim() ?? "");
  for (const [name, value] of [...data.entries()]) {
    if (value instanceof File) {
      data.delete(name);
    }
  }
  return data;
}

function say(state, saved) {
  const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  state.status.classList.toggle("app-saved--failed", !saved);
  state.status.textContent = saved
    ? `Saved at ${time}`
    : `Not saved at ${time}. Your words are still on this page. Check that you are signed in, in another tab, then go on writing.`;
}
