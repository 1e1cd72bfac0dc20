// The pretend phone of the demonstration: shows what it was sent, and sends what is typed.

const list = document.getElementById("texts");
const field = document.getElementById("text");
let shown = 0;

function line({ from, text, parts }) {
  const item = document.createElement("li");
  item.className = from;
  item.textContent = text;
  const price = document.createElement("small");
  price.textContent = parts === 1 ? "1 part" : `${parts} parts`;
  item.append(price);
  return item;
}

async function look() {
  const texts = await (await fetch("/demo/sms/texts")).json();
  for (const one of texts.slice(shown)) list.append(line(one));
  if (texts.length > shown) list.lastElementChild.scrollIntoView({ block: "nearest" });
  shown = texts.length;
}

document.getElementById("send").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = field.value;
  field.value = "";
  await fetch("/demo/sms/texts", {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ text }),
  });
  await look();
});

setInterval(look, 1000);
look();
