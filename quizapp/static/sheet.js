// The question as a sheet over the text, where the screen is narrow. Without this file :target
// opens and closes it, and closing it jumps to the top of the section; with it, one stays where
// one was reading. Also keeps the section that is read within the view of the contents.

const byId = (id) => document.getElementById(id);

// Marks what the address points to, as :target does; it does not see what a script changes.
function aim() {
  for (const old of document.querySelectorAll(".target")) old.classList.remove("target");
  if (location.hash) byId(location.hash.slice(1))?.classList.add("target");
}

function open() {
  history.pushState(null, "", "#question");
  aim();
  byId("asked").focus({ preventScroll: true });
  byId("question").querySelector(".option :checked")?.scrollIntoView({ block: "nearest" });
}

function close() {
  history.replaceState(null, "", location.pathname + location.search);
  aim();
  byId("sheet-bar").focus({ preventScroll: true });
}

function isOpen() {
  const bar = byId("sheet-bar");
  return bar.getClientRects().length > 0 && location.hash === "#question";
}

function findSection() {
  const now = document.querySelector(".contents .now");
  for (let box = now?.parentElement; box?.closest(".contents"); box = box.parentElement) {
    const [inner, outer] = [now.getBoundingClientRect(), box.getBoundingClientRect()];
    box.scrollBy(
      inner.left - outer.left - (outer.width - inner.width) / 2,
      inner.top - outer.top - (outer.height - inner.height) / 2,
    );
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("#sheet-bar, #question .close");
  if (!link) return;
  event.preventDefault();
  if (link.id) open();
  else close();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && isOpen()) close();
});

document.addEventListener("swapped", () => {
  aim();
  findSection();
});
window.addEventListener("popstate", aim);
document.documentElement.classList.add("scripted");
aim();
findSection();
