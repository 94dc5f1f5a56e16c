// Follows links and sends forms that are marked with data-swap without loading the page anew:
// what is fetched is an ordinary page, and of it only the parts (data-part) that differ are put in
// place. Whatever goes wrong, the browser does what it would have done without this file.

const PARTS = "[data-part]";

// Only the newest wish counts: what comes late, after another click or a step back, is dropped.
let wishes = 0;

async function load(address, options) {
  const response = await fetch(address, { credentials: "same-origin", ...options });
  const html = await response.text();
  return { url: response.url, page: new DOMParser().parseFromString(html, "text/html") };
}

function fits(page) {
  const parts = [...document.querySelectorAll(PARTS)];
  return parts.length > 0 && parts.every((part) => page.getElementById(part.id)?.matches(PARTS));
}

// The element itself stays, so that the sheet that is open (:target) stays open.
function renew(part, fresh) {
  if (part.outerHTML === fresh.outerHTML) return;
  for (const { name } of [...part.attributes]) {
    if (!fresh.hasAttribute(name)) part.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) part.setAttribute(name, value);
  part.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
}

function put(page) {
  const focused = document.activeElement?.id;
  for (const part of document.querySelectorAll(PARTS)) renew(part, page.getElementById(part.id));
  document.title = page.title;
  document.dispatchEvent(new CustomEvent("swapped"));
  return focused;
}

// pushState alone does not tell the style sheet which element is the target now.
function remember(url, hash) {
  const there = new URL(url);
  there.hash = hash;
  const opensSomethingElse = there.hash !== location.hash;
  history.pushState(null, "", there.pathname + there.search + location.hash);
  if (opensSomethingElse) location.replace(there.href);
}

function show(focused, hash, said) {
  const kept = focused && document.getElementById(focused);
  const target = hash && document.getElementById(hash.slice(1));
  const verdict = document.getElementById("verdict");
  const goal = kept?.isConnected ? kept : verdict ?? target ?? document.getElementById("asked");
  goal?.focus({ preventScroll: true });
  document.getElementById("said").textContent = said ?? "";
}

function scrollTo(hash, place) {
  const target = hash && document.getElementById(hash.slice(1));
  if (hash === "#question") {
    window.scrollTo(place.x, place.y);
    document.querySelector(".evidence")?.scrollIntoView({ block: "nearest" });
    document.getElementById("question").scrollTop = 0;
  } else {
    target?.scrollIntoView();
  }
}

async function go(address, options, otherwise) {
  const wish = ++wishes;
  const place = { x: window.scrollX, y: window.scrollY };
  document.documentElement.setAttribute("aria-busy", "true");
  try {
    const { url, page } = await load(address, options);
    if (wish !== wishes) return;
    if (!fits(page)) return otherwise(url);
    const { hash } = new URL(url).hash ? new URL(url) : new URL(address, location.href);
    const saved = options?.method === "POST";
    if (!saved || new URL(url).pathname !== new URL(address, location.href).pathname) {
      const focused = put(page);
      remember(url, hash);
      show(saved ? focused : null, hash, page.getElementById("question").dataset.announce);
    } else {
      // Nothing was saved: the page says why. Its address stays that of the question.
      show(put(page), hash, page.getElementById("question").dataset.announce);
    }
    scrollTo(hash, place);
  } catch {
    if (wish === wishes) otherwise(address);
  } finally {
    document.documentElement.removeAttribute("aria-busy");
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  if (!link || !plain || event.defaultPrevented) return;
  event.preventDefault();
  go(link.href, {}, (url) => location.assign(url));
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-swap]") || event.defaultPrevented) return;
  event.preventDefault();
  // The same submission key goes out again: a server that has it already changes nothing.
  const body = new URLSearchParams(new FormData(form, event.submitter));
  go(form.action, { method: "POST", body }, () => form.submit());
});

// A step back that only closes the sheet fetches nothing.
const here = () => location.pathname + location.search;
let shown = here();
document.addEventListener("swapped", () => queueMicrotask(() => { shown = here(); }));
window.addEventListener("popstate", async () => {
  if (shown === here()) return;
  const wish = ++wishes;
  try {
    const { page } = await load(location.href);
    if (wish !== wishes) return;
    if (!fits(page)) return location.reload();
    put(page);
  } catch {
    location.reload();
  }
});
