// Says, while a chronology is sent, that this goes on and how much it is. Without this the page only waits.
const MEGABYTE = 1024 * 1024;

for (const status of document.querySelectorAll("[data-sending]")) {
  status.closest("form").addEventListener("submit", (event) => say(status, event.target));
}

// A page that the Back button brings back says nothing of what was sent from it.
window.addEventListener("pageshow", () => {
  for (const status of document.querySelectorAll("[data-sending]")) {
    status.textContent = "";
  }
});

function say(status, form) {
  const file = form.querySelector("input[type=file]").files[0];
  if (file) {
    const size = file.size < MEGABYTE / 10 ? "" : ` (${(file.size / MEGABYTE).toFixed(1)} MB)`;
    status.textContent = `Sending ${file.name}${size}. Keep this page open until it is sent: a large file is then read in the background.`;
  }
}
