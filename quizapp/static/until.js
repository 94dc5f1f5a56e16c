// Counts down beside the time that the server has named, and says it when little is left. This is
// for the eye and the ear only: the server alone knows when the time is up, and hands in by itself.

const WARNINGS = [5, 1]; // minutes
const SECOND = 1000;
const LATE = 11; // the server still takes an answer that is up to ten seconds late

const byId = (id) => document.getElementById(id);
let end = null;
let said = new Set();

function read() {
  const { left } = byId("until").dataset;
  end = left === undefined ? null : Date.now() + Number(left) * SECOND;
  // What is past when the page is opened need not be said.
  for (const minutes of WARNINGS) if (Number(left) < minutes * 60 - 1) said.add(minutes);
  show();
}

function show() {
  if (end === null) return;
  const shown = byId("until");
  const left = Math.ceil((end - Date.now()) / SECOND);
  const unit = left > 60 ? ["minutes", Math.ceil(left / 60)] : ["seconds", left];
  const text = left > 0 ? shown.dataset[unit[0]].replace("{number}", unit[1]) : shown.dataset.over;
  const strong = shown.querySelector("strong");
  if (strong.textContent !== text) strong.textContent = text;
  shown.classList.toggle("soon", left <= 60);
  if (left <= -LATE) shown.querySelector("a").hidden = false;
  announce(left, shown);
}

function announce(left, shown) {
  const due = WARNINGS.filter((minutes) => left <= minutes * 60 && !said.has(minutes));
  for (const minutes of due) said.add(minutes);
  if (due.length > 0) byId("said").textContent = shown.dataset[`warn-${due.at(-1)}`];
  if (left <= 0 && !said.has(0)) {
    said.add(0);
    byId("said").textContent = shown.dataset.over;
  }
}

document.addEventListener("swapped", read);
setInterval(show, SECOND);
read();
