// Lets a reader pick a sentence in the article itself. The radio buttons in the question stay what
// the form sends; a sentence of the article is found by its radio button's value.

class SelectInText extends HTMLElement {
  connectedCallback() {
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    document.addEventListener("click", (event) => this.tap(event), { signal });
    this.addEventListener("change", () => this.show(), { signal });
    // swap.js may have put a new article into the page after the question.
    document.addEventListener("swapped", () => this.show(), { signal });
    this.show();
  }

  disconnectedCallback() {
    this.leaving.abort();
    for (const { sentence } of this.pairs()) sentence.classList.remove("offered", "picked");
  }

  // Each radio button whose sentence is on the page.
  pairs() {
    return [...this.querySelectorAll("input[type=radio]")]
      .map((radio) => ({ radio, sentence: document.getElementById(idOf(radio.value)) }))
      .filter(({ sentence }) => sentence);
  }

  tap(event) {
    const sentence = event.target.closest(".sentence");
    if (!sentence || event.target.closest("a") || !getSelection().isCollapsed) return;
    const pair = this.pairs().find((each) => each.sentence === sentence);
    if (!pair) return;
    pair.radio.checked = true;
    pair.radio.dispatchEvent(new Event("change", { bubbles: true }));
    pair.radio.closest("label").scrollIntoView({ block: "nearest" });
  }

  show() {
    for (const { radio, sentence } of this.pairs()) {
      sentence.classList.add("offered");
      sentence.classList.toggle("picked", radio.checked);
    }
  }
}

// "7:0-50" is shown as the element s-7-0-50.
function idOf(value) {
  return `s-${value.replace(":", "-")}`;
}

customElements.define("select-in-text", SelectInText);
