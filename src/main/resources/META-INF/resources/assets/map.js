// Everything works without this: the picture is there, and the list below it says the same. This
// lets people move and enlarge the picture, find a box in it, and open a line where it is drawn.

const map = document.querySelector("[data-map]");
const svg = map?.querySelector("svg");
if (svg) start();

function start() {
  const region = map.querySelector(".app-map__picture");
  const said = map.querySelector(".app-map__said");
  const tools = map.querySelector(".app-map__tools");
  const whole = svg.viewBox.baseVal;
  const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  let view = { ...full };
  const boxes = [...svg.querySelectorAll("[data-node]")];
  const lines = [...svg.querySelectorAll("[data-edge]")];
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.setAttribute("role", "group");

  function show(next) {
    const width = Math.min(full.width, Math.max(full.width / 12, next.width));
    const height = (width * full.height) / full.width;
    view = {
      x: Math.min(full.width - width, Math.max(0, next.x)),
      y: Math.min(full.height - height, Math.max(0, next.y)),
      width,
      height,
    };
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  }

  /** Makes what is at a point of the sheet larger or smaller, and leaves the point where it is. */
  function zoom(factor, x = view.x + view.width / 2, y = view.y + view.height / 2) {
    const width = Math.min(full.width, Math.max(full.width / 12, view.width / factor));
    const real = view.width / width;
    show({ x: x - (x - view.x) / real, y: y - (y - view.y) / real, width });
  }

  function at(event) {
    const box = svg.getBoundingClientRect();
    return [
      view.x + ((event.clientX - box.left) / box.width) * view.width,
      view.y + ((event.clientY - box.top) / box.height) * view.height,
    ];
  }

  function around(box) {
    const id = box.dataset.node;
    const touching = lines.filter((line) => line.dataset.from === id || line.dataset.to === id);
    const numbers = new Set(touching.map((line) => line.dataset.edge));
    const ids = new Set([id]);
    for (const line of touching) {
      ids.add(line.dataset.from);
      ids.add(line.dataset.to);
    }
    return { ids, numbers };
  }

  /** Dims all but these boxes and lines; dims nothing where there are none. */
  function dim(kept) {
    for (const one of boxes) {
      one.classList.toggle("app-map__dim", Boolean(kept) && !kept.ids.has(one.dataset.node));
    }
    for (const one of lines) {
      one.classList.toggle("app-map__dim", Boolean(kept) && !kept.numbers.has(one.dataset.edge));
    }
  }

  function light(box) {
    const kept = box ? around(box) : null;
    dim(kept);
    for (const one of boxes) one.setAttribute("aria-pressed", String(one === box));
    const count = (many, one, more) => `${many} ${many === 1 ? one : more}`;
    said.textContent = box
      ? `${named(box)}: ${count(kept.ids.size - 1, "box", "boxes")} and ${count(kept.numbers.size, "line", "lines")} are lit.`
      : "";
  }

  /** Shows what is pointed at, a box with its lines or one line with its ends, until one points away. */
  function point(target) {
    const box = target?.closest?.("[data-node]");
    const line = target?.closest?.("[data-edge]");
    if (box) dim(around(box));
    else if (line) dim({ ids: new Set([line.dataset.from, line.dataset.to]), numbers: new Set([line.dataset.edge]) });
    else dim(lit ? around(lit) : null);
  }

  const named = (box) => box.querySelector("title").textContent;

  let lit = null;
  function choose(box) {
    lit = lit === box ? null : box;
    light(lit);
  }

  for (const box of boxes) {
    box.setAttribute("tabindex", "0");
    box.setAttribute("role", "button");
    box.setAttribute("aria-label", named(box));
    box.setAttribute("aria-pressed", "false");
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        choose(box);
      }
    });
  }

  function open(number) {
    const line = document.getElementById(`line-${number}`);
    if (line) {
      line.open = true;
      line.querySelector("summary").focus();
      line.scrollIntoView({ block: "center" });
    }
  }

  svg.addEventListener("pointerover", (event) => event.pointerType !== "touch" && point(event.target));
  svg.addEventListener("pointerleave", () => point(null));
  // Not of the picture itself: one that listens for focus is a stop of the keyboard in Chromium.
  region.addEventListener("focusin", (event) => point(event.target));
  region.addEventListener("focusout", () => point(null));

  let from = null;
  let moved = false;
  svg.addEventListener("pointerdown", (event) => {
    from = { x: event.clientX, y: event.clientY, view };
    moved = false;
  });
  svg.addEventListener("pointermove", (event) => {
    if (from && event.buttons) {
      const scale = view.width / svg.getBoundingClientRect().width;
      const x = event.clientX - from.x;
      const y = event.clientY - from.y;
      moved = moved || Math.abs(x) + Math.abs(y) > 4;
      if (moved) show({ ...from.view, x: from.view.x - x * scale, y: from.view.y - y * scale });
    }
  });
  svg.addEventListener("click", (event) => {
    if (moved) return;
    const box = event.target.closest("[data-node]");
    const line = event.target.closest("[data-edge]");
    if (box) choose(box);
    else if (line) open(line.dataset.edge);
    else if (lit) choose(lit);
  });
  svg.addEventListener(
    "wheel",
    (event) => {
      // Without a key the page itself moves on, as people expect it to.
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, ...at(event));
      }
    },
    { passive: false },
  );
  region.addEventListener("keydown", (event) => {
    const step = view.width / 10;
    const moves = {
      ArrowLeft: () => show({ ...view, x: view.x - step }),
      ArrowRight: () => show({ ...view, x: view.x + step }),
      ArrowUp: () => show({ ...view, y: view.y - step }),
      ArrowDown: () => show({ ...view, y: view.y + step }),
      "+": () => zoom(1.4),
      "=": () => zoom(1.4),
      "-": () => zoom(1 / 1.4),
      0: () => show(full),
      Escape: () => lit && choose(lit),
    };
    const whole = view.width >= full.width && event.key.startsWith("Arrow");
    if (moves[event.key] && !whole && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      moves[event.key]();
    }
  });

  function find(words) {
    const wanted = words.trim().toLowerCase();
    if (!wanted) {
      if (lit) choose(lit);
      return;
    }
    const found =
      boxes.find((box) => named(box).toLowerCase().startsWith(`${wanted} `)) ||
      boxes.find((box) => named(box).toLowerCase().includes(wanted));
    if (!found) {
      said.textContent = `No box of this map is called “${words}”.`;
      return;
    }
    const box = found.getBBox();
    show({ x: box.x + box.width / 2 - full.width / 4, y: box.y - full.height / 4, width: full.width / 2 });
    lit = null;
    choose(found);
  }

  tools.hidden = false;
  const button = (words, act) => {
    const one = document.createElement("button");
    one.type = "button";
    one.className = "govuk-button govuk-button--secondary app-small-button";
    one.textContent = words;
    one.addEventListener("click", act);
    tools.append(one);
  };
  const label = document.createElement("label");
  label.className = "govuk-label";
  label.htmlFor = "find";
  label.textContent = "Find on this map";
  const field = document.createElement("input");
  field.className = "govuk-input govuk-input--width-20";
  field.id = "find";
  field.type = "search";
  field.autocomplete = "off";
  field.addEventListener("keydown", (event) => event.key === "Enter" && find(field.value));
  field.addEventListener("search", () => field.value || find(""));
  tools.append(label, field);
  button("Find", () => find(field.value));
  button("Larger", () => zoom(1.4));
  button("Smaller", () => zoom(1 / 1.4));
  button("Whole map", () => show(full));
  const hint = document.createElement("p");
  hint.className = "govuk-body-s app-words";
  hint.textContent = "Drag to move. Point at a box or a line to follow it; choose a box to keep what it touches lit, or a line to read what it stands for.";
  tools.append(hint);
}
