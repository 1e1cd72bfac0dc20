// What was sent without words, in the conversation: voice notes to play, pictures to look at, leaflets to take.

import { fileAt, isPrivate, leafletAt } from "./connection.js";
import { element, icon } from "./log.js";
import { asBlob, length } from "./voice.js";

export class Player {
  constructor() {
    this.sound = null;
    this.of = null;
    addEventListener("pagehide", () => this.silence());
  }

  // A button that plays and stops one voice note; never two at once, and never by itself.
  button(file, words) {
    const button = element("button", "play");
    button.type = "button";
    const label = element("span", "", "");
    button.append(icon("play"), label);
    const show = (playing, word = "voice-note") => {
      const name = `${words[word]}, ${length(file.seconds)}`;
      label.textContent = playing ? words["listen-stop"] : name;
      button.setAttribute("aria-label", `${words[playing ? "listen-stop" : "listen"]}: ${name}`);
      button.setAttribute("aria-pressed", String(playing));
    };
    button.addEventListener("click", () => this.toggle(file, show));
    show(false);
    return button;
  }

  async toggle(file, show) {
    const stop = this.of === file;
    this.silence();
    if (stop) return;
    this.of = file;
    this.shown = show;
    if (file.data) file.url ??= URL.createObjectURL(asBlob(file));
    const url = file.url ?? (await fileAt(file.id).catch(() => ""));
    if (this.of !== file) return;
    this.sound = new Audio(url);
    this.sound.onended = () => this.silence();
    this.sound.onerror = () => {
      this.silence();
      show(false, "file-cannot");
    };
    show(true);
    await this.sound.play().catch(() => this.sound?.onerror?.());
  }

  silence() {
    const show = this.shown;
    if (this.sound) {
      this.sound.onerror = null;
      this.sound.pause();
    }
    this.sound = this.of = this.shown = null;
    show?.(false);
  }
}

// The nodes for the files of one message.
export function drawn(frame, player, words) {
  return (frame.files ?? []).map((file) => {
    if (file.kind === "voice") return player.button(file, words);
    if (file.mime === "application/pdf") return leaflet(file, words);
    return picture(file, words);
  });
}

function leaflet(file, words) {
  const link = element("a", "leaflet", `${words["file-leaflet"]}${file.title ? `: ${file.title}` : ""}`);
  link.href = `/chat/files/${file.id}`;
  link.setAttribute("download", "");
  link.addEventListener("click", async (event) => {
    if (!isPrivate() || link.dataset.good) return delete link.dataset.good;
    event.preventDefault();
    const address = await leafletAt(file.id).catch(() => "");
    if (!address) return link.replaceChildren(words["file-cannot-open"]);
    link.href = address;
    link.dataset.good = "yes";
    link.click();
  });
  return link;
}

// A drawing on a screen that others may see is shown when it is tapped.
function picture(file, words) {
  const shut = file.kind === "drawing";
  const button = element("button", `picture${shut ? " shut" : ""}`);
  button.type = "button";
  const image = element("img");
  image.alt = shut ? words["file-drawing"] : file.title || words["file-leaflet"];
  if (file.data) image.src = URL.createObjectURL(asBlob(file));
  else show(image, file.id);
  button.append(image);
  button.setAttribute("aria-label", shut ? words["file-show"] : image.alt);
  button.addEventListener("click", () => button.classList.toggle("shut", shut && !button.classList.contains("shut")));
  return button;
}

// A face, where a person gave one, else what stands for it.
export function face(id, otherwise) {
  if (!id) return [otherwise];
  const image = element("img");
  image.alt = "";
  show(image, id);
  return [image];
}

function show(image, id) {
  fileAt(id).then((address) => (image.src = address), () => {});
}

// A picture from this device, made smaller before it travels; the service draws it anew in any case.
export async function fromDevice(file, most) {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, 1600 / Math.max(image.width, image.height));
  const canvas = element("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const data = canvas.toDataURL("image/jpeg", 0.85);
  const body = data.slice(data.indexOf(",") + 1);
  if (body.length * 0.75 > most) throw new RangeError("too large");
  return { kind: "picture", mime: "image/jpeg", seconds: 0, data: body };
}
