// Tells the style sheet, before the page is drawn, that scripts run. A classic script: modules come too late.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
