// Everything works without this. It lets Escape take an explanation away, and remembers in this
// browser alone which baseline was looked at last, to mark what has changed since.

const terms = () => document.querySelectorAll(".app-term");

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const term of terms()) {
      if (term.matches(":hover, :focus-within")) term.classList.add("app-term--closed");
    }
  }
});
for (const term of terms()) {
  const open = () => term.classList.remove("app-term--closed");
  term.addEventListener("mouseleave", open);
  term.addEventListener("focusout", open);
}

const KEPT = "sec-catalogue.seen";
const { baseline, name, number } = document.body.dataset;

/** The baseline that was looked at last, as { id, name, number }, or null. */
function seen() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT));
    return kept && kept.id && Number.isInteger(kept.number) ? kept : null;
  } catch {
    return null;
  }
}

function remember() {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ id: baseline, name, number: Number(number) }));
  } catch {
    // Without storage nothing is remembered, and nothing is marked.
  }
}

/** All changes of this baseline since another, at most 2000: key of the record to what became of it. */
async function changes(since) {
  const found = new Map();
  let cursor = "";
  for (let page = 0; page < 10; page++) {
    const address = `/api/v1/baselines/${encodeURIComponent(baseline)}/changes`
      + `?since=${encodeURIComponent(since)}&limit=200${cursor}`;
    const answer = await fetch(address, { credentials: "omit" });
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    const { items, next } = await answer.json();
    for (const item of items) found.set(item.key, item.kind);
    if (!next) return { found, more: false };
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
  return { found, more: true };
}

const WORDS = { ADDED: "New", CHANGED: "Changed", MOVED: "Moved" };

function mark(found, last) {
  const links = document.querySelectorAll("main a[href*='/records/'], main [data-key] h1");
  for (const link of links) {
    const key = link.closest("a")?.pathname.split("/").pop() ?? link.closest("[data-key]").dataset.key;
    const word = WORDS[found.get(key)];
    if (!word || link.matches(".govuk-pagination__link, .app-cite a, .app-history a, .app-actions a, .app-change a")) {
      continue;
    }
    const tag = document.createElement("strong");
    tag.className = "govuk-tag govuk-tag--turquoise app-tag app-new";
    tag.title = `Since you last looked, at ${last.name}`;
    tag.textContent = word;
    link.after(tag);
  }
}

function count(found, kind, word) {
  const size = [...found.values()].filter((one) => one === kind).length;
  return size ? `${size} ${word}` : null;
}

function tell(found, more, last) {
  const panel = document.querySelector("#seen");
  if (!panel) return;
  const parts = [
    count(found, "ADDED", "new"),
    count(found, "CHANGED", "changed"),
    count(found, "MOVED", "moved"),
    count(found, "REMOVED", "removed"),
  ].filter(Boolean);
  const text = document.createElement("p");
  text.className = "govuk-body";
  const strong = document.createElement("strong");
  strong.textContent = `Since you last looked, at ${last.name}: `;
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = `/baselines/${baseline}/changes?since=${encodeURIComponent(last.id)}`;
  link.textContent = "see each change";
  text.append(strong, `${more ? "more than " : ""}${parts.join(", ") || "nothing has changed"}; `, link, ".");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary";
  button.textContent = "I have seen all";
  button.addEventListener("click", () => {
    remember();
    document.querySelectorAll(".app-new").forEach((tag) => tag.remove());
    text.replaceChildren(`Remembered in this browser: you have seen all of ${name}.`);
    text.tabIndex = -1;
    button.remove();
    text.focus();
  });
  panel.append(text, button);
  panel.hidden = false;
}

if (baseline) {
  const last = seen();
  if (!last) {
    remember();
  } else if (last.number < Number(number)) {
    changes(last.id)
      .then(({ found, more }) => {
        mark(found, last);
        tell(found, more, last);
      })
      .catch(() => {
        // What cannot be compared is not marked; the comparison form is still there.
      });
  }
}
