// What a child can do with their own message: change it, or take it back. What each does is said before it is tapped.

import { element, icon } from "./log.js";

// What the child sent, that the service has, and that has not been taken back.
export function canChange({ from, seq, choice, taken_back: gone }) {
  return from === "child" && Boolean(seq) && !choice && !gone;
}

// The button beside a message that opens the menu under it. actions: {change(), takeBack()}
export function ownMenu(frame, word, actions) {
  const open = element("button", "more");
  open.type = "button";
  open.setAttribute("aria-expanded", "false");
  open.append(icon("more"), element("span", "unseen", word("own-menu")));
  const menu = element("div", "own-menu");
  menu.hidden = true;
  const act = (id, done) => {
    const button = element("button", "own-act", word(id));
    button.type = "button";
    button.addEventListener("click", () => {
      show(false);
      done();
    });
    return button;
  };
  menu.append(
    element("p", "own-why", word("own-why")),
    ...(frame.text ? [act("own-change", actions.change)] : []),
    act("own-take-back", actions.takeBack),
    act("own-leave", () => open.focus()),
  );
  function show(shown) {
    menu.hidden = !shown;
    open.setAttribute("aria-expanded", String(shown));
    if (shown) menu.scrollIntoView({ block: "nearest" });
  }
  open.addEventListener("click", () => show(menu.hidden));
  return { open, menu };
}
