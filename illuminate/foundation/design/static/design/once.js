// A second press on a button must not send the same form twice.
const FORGET_AFTER = 8000; // a form that answers with a download leaves the page open

export function preventSecondSubmit(root) {
  const sent = new WeakMap();
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) {
      return;
    }
    const last = sent.get(form);
    if (last !== undefined && Date.now() - last < FORGET_AFTER) {
      event.preventDefault();
      return;
    }
    sent.set(form, Date.now());
  });
  // Coming back with the browser's Back button shows the page as it was left: let it be sent again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      for (const form of root.querySelectorAll("form")) {
        sent.delete(form);
      }
    }
  });
}
