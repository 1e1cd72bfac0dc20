// Nine dots to be joined in an order: by drawing over them, by tapping them, or with the keyboard.

import { element } from "./log.js";

const SIDE = 3;

export class Pattern {
  // changed(text): the dots in order, "1256"
  constructor(box, { word, changed }) {
    Object.assign(this, { box, word, changed });
    this.taken = [];
    this.drawing = false;
    this.dots = Array.from({ length: SIDE * SIDE }, (_, place) => this.dot(place));
    box.classList.add("dots");
    box.setAttribute("role", "group");
    box.replaceChildren(...this.dots);
    box.addEventListener("pointerdown", (event) => this.begin(event));
    box.addEventListener("pointermove", (event) => this.drawing && this.over(event));
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
      box.addEventListener(end, () => (this.drawing = false));
    }
    box.addEventListener("keydown", (event) => this.move(event));
  }

  get value() {
    return this.taken.join("");
  }

  clear() {
    this.taken = [];
    this.show();
  }

  dot(place) {
    const dot = element("button", "dot");
    dot.type = "button";
    dot.dataset.dot = place + 1;
    dot.tabIndex = place ? -1 : 0;
    // A tap by pointer was taken when it began; this is the keyboard's and the screen reader's.
    dot.addEventListener("click", (event) => event.detail === 0 && this.take(place + 1));
    return dot;
  }

  begin(event) {
    if (!event.target.closest(".dot")) return;
    event.preventDefault();
    this.drawing = true;
    this.over(event);
  }

  over({ clientX, clientY }) {
    const dot = document.elementFromPoint(clientX, clientY)?.closest(".dot");
    if (dot && this.box.contains(dot)) this.take(Number(dot.dataset.dot));
  }

  take(number) {
    if (this.taken.includes(number)) return;
    this.taken.push(number);
    this.show();
  }

  show() {
    this.dots.forEach((dot, place) => {
      const turn = this.taken.indexOf(place + 1);
      dot.textContent = turn < 0 ? "" : turn + 1;
      dot.classList.toggle("taken", turn >= 0);
      dot.setAttribute("aria-label", `${this.word("dot")} ${place + 1}`);
      dot.setAttribute("aria-pressed", String(turn >= 0));
    });
    this.changed?.(this.value);
  }

  move(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -SIDE, ArrowDown: SIDE }[event.key];
    const next = this.dots[this.dots.indexOf(document.activeElement) + step];
    if (!step || !next) return;
    event.preventDefault();
    next.focus();
  }
}
