// Marking by keyboard: 2, 1, 0 for the mark, n for the next answer. A kept comment is put in by a click.

const answers = [...document.querySelectorAll("#answers .answer")];
let current = answers[0];

function take(answer) {
  current?.classList.remove("current");
  current = answer;
  current?.classList.add("current");
}

function next() {
  const following = answers[answers.indexOf(current) + 1];
  if (!following) return document.querySelector("#answers button").focus();
  take(following);
  (following.querySelector(":checked") ?? following.querySelector("[type=radio]")).focus();
  following.scrollIntoView({ block: "nearest" });
}

for (const answer of answers) answer.addEventListener("focusin", () => take(answer));

document.addEventListener("keydown", (event) => {
  const writes = event.target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
  if (!current || writes || event.ctrlKey || event.altKey || event.metaKey) return;
  if (["0", "1", "2"].includes(event.key)) {
    const mark = current.querySelector(`[type=radio][value="${event.key}"]`);
    mark.checked = true;
    mark.focus();
  } else if (event.key === "n") {
    event.preventDefault();
    next();
  }
});

for (const kept of document.querySelectorAll("[data-comment]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.dataset.insert = "";
  button.dir = "auto";
  button.textContent = kept.dataset.comment;
  button.addEventListener("click", () => {
    const field = current?.querySelector("textarea");
    if (!field) return;
    field.value = [field.value.trim(), kept.dataset.comment].filter(Boolean).join("\n");
    field.focus();
  });
  kept.replaceWith(button);
}
