// The review by keyboard: k keeps, d drops, e edits, a asks for another, j or the arrows move on.
// The keys work while the focus is in a question, so they take nothing away from anybody else.
// What decides a question lights up in the text while the focus is on it. A decision is sent in
// the background, and the parts of the page (data-part) that it changes are put in place.

const cards = () => [...document.querySelectorAll(".suggestion")];
const cardOf = (element) => element?.closest?.(".suggestion") ?? null;

// Lights up what decides the question of *card*, and nothing else.
function light(card) {
  for (const lit of document.querySelectorAll("#review-text .evidence")) {
    lit.classList.remove("evidence");
  }
  const places = card ? document.querySelectorAll(`#review-text .q-${card.dataset.question}`) : [];
  for (const place of places) place.classList.add("evidence");
  const text = document.getElementById("review-text");
  if (!places.length || text.scrollHeight <= text.clientHeight) return;
  // Only the article's own box scrolls: the question stays where it is.
  const box = text.getBoundingClientRect();
  const place = places[0].getBoundingClientRect();
  text.scrollTop += place.top - box.top - box.height / 3;
}

function go(card) {
  if (!card) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "start" });
}

function step(card, by) {
  const all = cards();
  go(all[all.indexOf(card) + by]);
}

const MOVES = { j: 1, ArrowDown: 1, ArrowUp: -1 };

document.addEventListener("keydown", (event) => {
  const card = cardOf(document.activeElement);
  if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key in MOVES) {
    event.preventDefault();
    step(card, MOVES[event.key]);
    return;
  }
  const control = card.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!control) return;
  event.preventDefault();
  control.click();
});

document.addEventListener("focusin", (event) => {
  const card = cardOf(event.target);
  if (card) light(card);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("#begin")) go(cards()[0]);
  const link = event.target.closest("a[data-light]");
  if (!link) return;
  event.preventDefault();
  light(cardOf(link));
  document.querySelector("#review-text .evidence")?.scrollIntoView({ block: "nearest" });
});

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("form[data-decide]")) return;
  event.preventDefault();
  const address = event.submitter?.getAttribute("formaction") ?? form.action;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  try {
    const response = await fetch(address, { method: "POST", body, credentials: "same-origin" });
    if (!response.ok) throw new Error(response.statusText);
    put(new DOMParser().parseFromString(await response.text(), "text/html"), response.url);
  } catch {
    location.reload(); // what is stored is shown, and the questions can be decided anew
  }
});

function put(page, address) {
  for (const part of document.querySelectorAll("[data-part]")) {
    const fresh = page.getElementById(part.id);
    if (fresh && fresh.outerHTML !== part.outerHTML) part.replaceWith(fresh);
  }
  const notice = page.querySelector(".notice");
  document.querySelector(".notice")?.remove();
  if (notice) document.getElementById("main").before(notice);
  const told = notice?.textContent.trim() ?? "";
  const title = document.getElementById("suggestions-title").textContent;
  document.getElementById("said").textContent = told || title;
  history.replaceState(null, "", address);
  begin();
}

// Where the address names a question, that is where one goes on.
function begin() {
  document.querySelector(".keys").hidden = cards().length === 0;
  const at = new URL(location.href).searchParams.get("at");
  go(cards().find((card) => card.dataset.question === at));
}

begin();
