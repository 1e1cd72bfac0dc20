// Recording a voice note in a form. Without a microphone or a script a file can be chosen instead.

const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

for (const box of document.querySelectorAll("[data-attach]")) {
  if (!window.MediaRecorder || !navigator.mediaDevices?.getUserMedia) continue;
  const part = (name) => box.querySelector(`[${name}]`);
  const [button, line, sound] = [part("data-record-button"), part("data-record-line"), part("data-record-sound")];
  const input = box.querySelector("input[name=voice]");
  part("data-record").hidden = false;
  let recorder = null;

  const stopped = (stream, pieces, since) => {
    for (const track of stream.getTracks()) track.stop();
    const kind = recorder.mimeType;
    recorder = null;
    const seconds = Math.max(1, Math.round((performance.now() - since) / 1000));
    const chosen = new DataTransfer();
    chosen.items.add(new File(pieces, `voice.${kind.includes("mp4") ? "mp4" : kind.includes("ogg") ? "ogg" : "webm"}`, { type: kind }));
    input.files = chosen.files;
    part("data-record-seconds").value = seconds;
    sound.src = URL.createObjectURL(chosen.files[0]);
    sound.hidden = false;
    button.textContent = "Record again";
    button.setAttribute("aria-pressed", "false");
    line.textContent = `Recorded, ${seconds} seconds. Listen to it before you send it.`;
  };

  button.addEventListener("click", async () => {
    if (recorder) {
      recorder.stop();
      return;
    }
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const type = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
      recorder = new MediaRecorder(stream, { ...(type ? { mimeType: type } : {}), audioBitsPerSecond: 32000 });
      const pieces = [];
      const since = performance.now();
      recorder.ondataavailable = ({ data }) => pieces.push(data);
      const longest = setTimeout(() => recorder?.stop(), Number(box.dataset.longest) * 1000);
      recorder.onstop = () => {
        clearTimeout(longest);
        stopped(stream, pieces, since);
      };
      recorder.start(1000);
      button.textContent = "Stop";
      button.setAttribute("aria-pressed", "true");
      line.textContent = "Recording.";
    } catch {
      line.textContent = "The microphone cannot be used. You can choose a file.";
    }
  });
}
