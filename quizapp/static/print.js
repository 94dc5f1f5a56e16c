// Shows the buttons that print the page: without scripts they could do nothing.

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
