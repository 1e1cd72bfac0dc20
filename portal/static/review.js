// Shows the reading age of a line while it is written. Without a script the same stands there after the form was sent.

const PAUSE = 400;

for (const field of document.querySelectorAll("[data-plain]")) {
  const place = document.getElementById(field.dataset.plainTo);
  let timer = 0;
  let last = 0;

  async function look() {
    const mine = ++last;
    const body = new URLSearchParams({ csrf: field.form.elements.csrf.value, text: field.value });
    const answer = await fetch(field.dataset.plain, { method: "POST", body }).catch(() => null);
    // A slow answer to what was written earlier must not replace a newer one.
    if (answer?.ok && mine === last) place.innerHTML = await answer.text();
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
}
