// Looks every few seconds how far long work has come, and says when it is done. Without this there is a link.
const PAUSE = 3000;

for (const box of document.querySelectorAll("[data-waiting-url]")) {
  window.setTimeout(() => look(box), PAUSE);
}

async function look(box) {
  try {
    const answer = await fetch(box.dataset.waitingUrl, { credentials: "same-origin", headers: { "X-Requested-With": "fetch" } });
    if (!answer.ok || answer.redirected) {
      return;
    }
    const told = await answer.json();
    const words = box.querySelector("[data-waiting-words]");
    if (words.textContent !== told.text) {
      words.textContent = told.text;
    }
    if (told.state === "done" || told.state === "failed") {
      box.querySelector("[data-waiting-while]").hidden = true;
      box.querySelector("[data-waiting-link]").textContent = told.state === "failed" ? "See what to do" : box.dataset.waitingDone;
      return;
    }
  } catch {
    // Not reached this time: the next look may be.
  }
  window.setTimeout(() => look(box), PAUSE);
}
