// Openings of a message to a child: choosing one puts it into the box, with its first gap marked.

for (const select of document.querySelectorAll("[data-openings]")) {
  const box = document.getElementById(select.dataset.openings);
  const texts = [...select.options].map((option) => option.dataset.text).filter(Boolean);
  select.form.querySelector("[data-openings-button]").hidden = true;

  select.addEventListener("change", () => {
    const { text } = select.selectedOptions[0].dataset;
    if (!text) return;
    // What was written by hand is never lost: an opening that stands untouched gives way, anything else stays above.
    const kept = texts.includes(box.value.trim()) ? "" : box.value.trim();
    box.value = kept ? `${kept}\n\n${text}` : text;
    const gap = box.value.indexOf("[", kept.length);
    const end = box.value.indexOf("]", gap) + 1;
    box.focus();
    if (gap >= 0) box.setSelectionRange(gap, end);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// The hints under the box do it as one writes.
for (const button of document.querySelectorAll("[data-no-script]")) button.hidden = true;
