// Puts up and down buttons beside the items of an order question. Without this file each item has
// a list of positions to choose from; these stay what the form sends.

class OrderList extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ol");
    if (this.classList.contains("ready")) return;
    this.classList.add("ready");
    this.putInChosenOrder();
    for (const item of this.list.children) this.addButtons(item);
    this.number();
    // Whatever else sets the positions (draft.js) says so.
    this.addEventListener("change", () => {
      this.putInChosenOrder();
      this.number();
    });
  }

  // What was answered before comes back in that order. Items in order stay in place, and in focus.
  putInChosenOrder() {
    const position = (item) => Number(item.querySelector("select").value) || 0;
    const items = [...this.list.children];
    const chosen = items.toSorted((a, b) => position(a) - position(b));
    if (!items.every(position) || items.every((item, n) => item === chosen[n])) return;
    this.list.append(...chosen);
  }

  addButtons(item) {
    item.querySelector("select").hidden = true;
    const steps = { up: [-1, "↑"], down: [1, "↓"] };
    for (const [name, [step, sign]] of Object.entries(steps)) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet move";
      button.textContent = sign;
      button.setAttribute("aria-label", `${this.dataset[name]}: ${this.textOf(item)}`);
      button.addEventListener("click", () => this.move(item, step));
      item.append(button);
    }
    item.addEventListener("keydown", (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step) return;
      event.preventDefault();
      this.move(item, step);
    });
  }

  // The neighbour is what moves in the page, so that the button pressed keeps the focus.
  move(item, step) {
    const neighbour = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!neighbour) return;
    if (step < 0) item.after(neighbour);
    else item.before(neighbour);
    this.number();
    this.say(item);
    item.querySelector("select").dispatchEvent(new Event("change", { bubbles: true }));
  }

  number() {
    const items = [...this.list.children];
    items.forEach((item, index) => {
      item.querySelector("select").value = String(index + 1);
      const [up, down] = item.querySelectorAll("button");
      up.setAttribute("aria-disabled", String(index === 0));
      down.setAttribute("aria-disabled", String(index === items.length - 1));
    });
  }

  say(item) {
    const words = {
      item: this.textOf(item),
      position: item.querySelector("select").value,
      count: this.list.children.length,
    };
    this.querySelector("[role=status]").textContent = this.dataset.moved.replace(
      /\{(item|position|count)\}/g,
      (_, name) => words[name],
    );
  }

  textOf(item) {
    return item.querySelector("label").textContent;
  }
}

customElements.define("order-list", OrderList);
