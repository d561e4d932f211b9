// Passkeys: connects the page's buttons with allauth's script, and says in words what did not work.
const FORMS = { add: "addForm", login: "loginForm", authenticate: "authenticateForm" };
const NO_PASSKEYS = "This browser can't use passkeys. Use another way.";
const NOT_DONE = "The passkey was not used. Try again, or use another way.";

for (const part of document.querySelectorAll("[data-passkey]")) {
  const { passkey, button, credential, data, passwordless } = part.dataset;
  if (!window.PublicKeyCredential) {
    document.getElementById(button).hidden = true;
    say(NO_PASSKEYS);
  } else {
    const ids = { [passkey]: button, credential };
    if (data) ids.data = data;
    if (passwordless) ids.passwordless = passwordless;
    window.allauth.webauthn.forms[FORMS[passkey]]({ ids });
  }
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  say(NOT_DONE);
});

function say(words) {
  for (const place of document.querySelectorAll("[data-passkey-problem]")) {
    place.textContent = words;
  }
}
