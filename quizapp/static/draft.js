// Keeps what is chosen or written but not saved yet, in this tab of the browser, so that it is
// there again when the question is shown again.

const IGNORED = new Set(["csrf_token", "key", "sequence"]);

const card = () => document.getElementById("question");
const place = () => `draft ${card().dataset.question}`;
const answerForm = () => card().querySelector("form[data-swap]");

function filledIn(form) {
  return [...new FormData(form)].filter(([name]) => !IGNORED.has(name));
}

function keep(form) {
  sessionStorage.setItem(place(), JSON.stringify(filledIn(form)));
  tell(form);
}

function restore() {
  const draft = JSON.parse(sessionStorage.getItem(place()));
  if (!draft) return;
  const form = answerForm();
  if (!form || isSaved(form, draft) || document.getElementById("told")) {
    sessionStorage.removeItem(place());
    return;
  }
  fill(form, draft);
  tell(form);
}

// What the page says is saved may be what the draft says, or what was saved before it.
function isSaved(form, draft) {
  const plain = (entries) => JSON.stringify(entries.map(([name, value]) => [name, value.trim()]));
  return form.querySelector(".saved.yes") && plain(filledIn(form)) === plain(draft);
}

function fill(form, draft) {
  const fields = [...form.elements].filter(({ name }) => name && !IGNORED.has(name));
  for (const field of fields) {
    const values = draft.filter(([name]) => name === field.name).map(([, value]) => value);
    if (["radio", "checkbox"].includes(field.type)) field.checked = values.includes(field.value);
    else field.value = values[0] ?? "";
  }
  for (const field of fields) field.dispatchEvent(new Event("change", { bubbles: true }));
}

function tell(form) {
  form.querySelector(".saved.yes")?.setAttribute("hidden", "");
  form.querySelector(".saved.not").hidden = false;
}

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, (event) => {
    const form = answerForm();
    if (form?.contains(event.target)) keep(form);
  });
}
document.addEventListener("swapped", restore);
restore();
