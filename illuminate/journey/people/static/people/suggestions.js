// Puts a suggestion into the field beside it, so that nothing else that was typed on the page is lost.
for (const box of document.querySelectorAll("[data-suggestions]")) {
  const field = document.querySelector(`input[name="${box.dataset.suggestions}"]`);
  box.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-suggestion]");
    if (!chosen || !field) return;
    event.preventDefault();
    field.value = chosen.dataset.suggestion;
    field.focus();
  });
}
