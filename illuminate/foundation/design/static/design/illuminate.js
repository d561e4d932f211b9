// Starts GOV.UK Frontend and our own small modules. Every page works without any of them.
import { initAll } from "./govuk-frontend.min.js";
import { startAutosave } from "./autosave.js";
import { preventSecondSubmit } from "./once.js";

initAll();
preventSecondSubmit(document);
for (const form of document.querySelectorAll("form[data-autosave-url]")) {
  startAutosave(form);
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
