// Follows links and sends forms that are marked with data-swap without loading the page anew:
// what is fetched is an ordinary page, and of it only the parts (data-part) that differ are put in
// place. Whatever goes wrong, the browser does what it would have done without this file.
// Once the parts are in place, "swapped" tells the other files.

const PARTS = "[data-part]";
const byId = (id) => document.getElementById(id);
const here = () => location.pathname + location.search;

let shown = here();
// Only the newest wish counts: what comes late, after another click or a step back, is dropped.
let wishes = 0;

// Shows what *address* answers. *otherwise* loads the page in the ordinary way.
async function swap(address, options, otherwise) {
  const wish = ++wishes;
  document.documentElement.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { credentials: "same-origin", ...options });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (wish !== wishes) return;
    if (!fits(page)) return otherwise(response.url);
    const sent = options.method === "POST";
    const { hash } = new URL(address, location.href);
    const focused = document.activeElement?.id;
    put(page);
    // What was refused is not saved: the address stays that of the page one was on.
    if (response.ok) remember(response.url, hash);
    shown = here();
    document.dispatchEvent(new CustomEvent("swapped"));
    lead(hash, sent, focused);
  } catch {
    if (wish === wishes) otherwise(address);
  } finally {
    if (wish === wishes) document.documentElement.removeAttribute("aria-busy");
  }
}

function fits(page) {
  const parts = [...document.querySelectorAll(PARTS)];
  return parts.length > 0 && parts.every((part) => page.getElementById(part.id)?.matches(PARTS));
}

function put(page) {
  for (const part of document.querySelectorAll(PARTS)) {
    const fresh = page.getElementById(part.id);
    if (part.outerHTML !== fresh.outerHTML) renew(part, document.importNode(fresh, true));
  }
  document.title = page.title;
}

// The element itself stays: a sheet that is open does not open again.
function renew(part, fresh) {
  for (const { name } of [...part.attributes]) part.removeAttribute(name);
  for (const { name, value } of fresh.attributes) part.setAttribute(name, value);
  part.replaceChildren(...fresh.childNodes);
}

function remember(url, hash) {
  const there = new URL(url);
  there.hash = hash;
  if (there.href !== location.href) history.pushState(null, "", there);
}

// Moves the focus and the view to what is new, and says it. Of what was sent, that is what is
// wrong with it or what came of it; otherwise it is what the link leads to.
function lead(hash, sent, focused) {
  const card = byId("question");
  const target = byId(hash.slice(1));
  const opensCard = target === null || target === card;
  const outcome = card.querySelector("[aria-invalid='true']") ?? byId("told") ?? byId("verdict");
  const goal = sent ? outcome ?? byId(focused) : opensCard ? null : target;
  if (opensCard) document.querySelector(".evidence")?.scrollIntoView({ block: "nearest" });
  else target.scrollIntoView();
  (goal ?? byId("asked")).focus({ preventScroll: true });
  if (sent) goal?.scrollIntoView({ block: "nearest" });
  byId("said").textContent = card.dataset.announce;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  if (!link || !plain || event.defaultPrevented) return;
  event.preventDefault();
  swap(link.href, {}, (url) => location.assign(url));
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-swap]") || event.defaultPrevented) return;
  event.preventDefault();
  // The same submission key goes out again: a server that has it already changes nothing.
  const body = new URLSearchParams(new FormData(form, event.submitter));
  swap(form.action, { method: "POST", body }, () => form.submit());
});

// A step back that only closes the sheet fetches nothing.
window.addEventListener("popstate", () => {
  if (shown !== here()) swap(location.href, {}, () => location.reload());
});
