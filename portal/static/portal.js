// Starts the menu, the tabs and the other parts of GOV.UK Frontend. Every page works without it.
import "./attach.js";
import { initAll } from "./govuk-frontend.js";

initAll();

// A print button needs a script; it is hidden where there is none.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const button of document.querySelectorAll("[data-tick-all]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    for (const box of document.getElementsByName(button.dataset.tickAll)) box.checked = true;
  });
}
