"use strict";
// The list of articles: what is looked for and chosen decides which rows are shown, a slice at a time.
(() => {
  const { facets, engines, sizes, rows } = JSON.parse(document.getElementById("data").textContent);
  const [NUMBER, STATE, HEADING, TITLE, SOURCE, DATE, ENGINE, VALUES, SIZES, WORDS, NOTE, ORIGINAL] = Array(12).keys();
  const STATES = { record: "has a record", failed: "failed", copy: "copy of another" };
  const ORDERS = { archive: "as in the archive", newest: "newest first", oldest: "oldest first" };
  const SLICE = 50;
  const MOST_NAMES = 300;

  const form = document.getElementById("form");
  const list = document.getElementById("rows");
  const further = document.getElementById("further");
  let found = [];
  let shown = 0;

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // The same folding as that of the words that the rows bring along.
  const LETTERS = { ß: "ss", ø: "o", ł: "l", æ: "ae", đ: "d", ı: "i" };
  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ßøłæđı]/g, (letter) => LETTERS[letter]);
  const terms = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const tally = (facet) => {
    const counts = new Map();
    for (const row of rows) for (const value of row[VALUES][facet]) counts.set(value, (counts.get(value) || 0) + 1);
    return counts;
  };

  const field = (label, control) => {
    control.id = `of-${control.name}`;
    return make("div", { className: "field" }, make("label", { htmlFor: control.id, textContent: label }), control);
  };

  const select = (name, label, options) =>
    field(label, make("select", { name }, ...options.map(([value, text]) => new Option(text, value))));

  const nameField = (facet, at) => {
    const id = `names${at}`;
    const common = [...tally(at)].sort((one, other) => other[1] - one[1]).slice(0, MOST_NAMES);
    const names = common.map(([value, count]) => new Option(`${count}`, facet.values[value]));
    const input = make("input", { name: `f${at}`, autocomplete: "off" });
    input.setAttribute("list", id);
    return [field(facet.label, input), make("datalist", { id }, ...names)];
  };

  const wordField = (facet, at) => {
    const counts = tally(at);
    if (!counts.size) return [];
    const told = facet.values.map((word, value) => [value, `${word} (${(counts.get(value) || 0).toLocaleString("en")})`]);
    return [select(`f${at}`, facet.label, [["", "any"], ...told.filter(([value]) => counts.has(value))])];
  };

  const days = () => {
    const day = (name, label) => field(label, make("input", { type: "date", name }));
    return make("div", { className: "days" }, day("from", "From"), day("to", "To"));
  };

  const build = () => {
    const first = document.getElementById("first");
    const others = document.getElementById("others");
    facets.forEach((facet, at) => {
      (facet.first ? first : others).append(...(facet.names ? nameField(facet, at) : wordField(facet, at)));
    });
    first.append(
      days(),
      select("engine", "Engine", [["", "any"], ...engines.map((engine, at) => [at, engine])]),
      select("state", "Outcome", [["", "any"], ...Object.entries(STATES).filter(([state]) => rows.some((row) => row[STATE] === state))]),
      select("order", "Order", Object.entries(ORDERS)),
    );
    document.getElementById("more").hidden = !others.children.length;
  };

  // What the form asks for, as tests that a row has to pass.
  const tests = (asked) => {
    const wanted = [];
    const words = terms(asked.get("words") || "");
    if (words.length) wanted.push((row) => words.every((word) => row[WORDS].includes(` ${word}`)));
    facets.forEach((facet, at) => {
      const given = asked.get(`f${at}`);
      if (!given) return;
      if (!facet.names) {
        wanted.push((row) => row[VALUES][at].includes(Number(given)));
        return;
      }
      const parts = terms(given);
      const named = new Set();
      facet.values.forEach((name, value) => {
        const folded = fold(name);
        if (parts.every((part) => folded.includes(part))) named.add(value);
      });
      wanted.push((row) => row[VALUES][at].some((value) => named.has(value)));
    });
    const [from, to, engine, state] = ["from", "to", "engine", "state"].map((name) => asked.get(name));
    if (from) wanted.push((row) => row[DATE] && row[DATE] >= from);
    if (to) wanted.push((row) => row[DATE] && row[DATE] <= to);
    if (engine) wanted.push((row) => row[ENGINE] === Number(engine));
    if (state) wanted.push((row) => row[STATE] === state);
    return wanted;
  };

  const ordered = (some, order) => {
    if (!["newest", "oldest"].includes(order)) return some;
    const way = order === "newest" ? -1 : 1;
    const undated = (row) => (row[DATE] ? 0 : 1);
    const compared = (one, other) => (one[DATE] < other[DATE] ? -way : one[DATE] > other[DATE] ? way : 0);
    return some.sort((one, other) => undated(one) - undated(other) || compared(one, other) || one[NUMBER] - other[NUMBER]);
  };

  const named = (row) => {
    const at = facets.findIndex((facet) => facet.names);
    const names = at < 0 ? [] : row[VALUES][at].map((value) => facets[at].values[value]);
    return names.length > 6 ? [...names.slice(0, 6), "…"] : names;
  };

  const counted = (row) =>
    row[SIZES].map((count, at) => (count ? `${sizes[at]} ${count}` : "")).filter(Boolean).join(", ");

  const drawn = (row) => {
    const link = make("a", { href: `articles/${row[ORIGINAL] ?? row[NUMBER]}.html`, textContent: row[HEADING] });
    const item = make("li", {}, make("h3", {}, link));
    const about = [row[DATE], row[SOURCE], row[TITLE]].filter(Boolean).join(" · ");
    const told = [named(row).join(", "), counted(row)].filter(Boolean).join(" · ");
    for (const text of [about, told].filter(Boolean)) item.append(make("p", { textContent: text }));
    const tags = facets.flatMap((facet, at) => (facet.tag ? row[VALUES][at].map((value) => facet.values[value]) : []));
    const line = make("p", {}, ...tags.map((text) => make("span", { className: "tag", textContent: text })));
    if (row[STATE] !== "record") {
      const className = row[STATE] === "failed" ? "tag bad" : "tag";
      line.append(make("span", { className, textContent: STATES[row[STATE]] }), row[NOTE]);
    }
    if (line.childNodes.length) item.append(line);
    return item;
  };

  const showMore = () => {
    list.append(...found.slice(shown, shown + SLICE).map(drawn));
    shown = Math.min(shown + SLICE, found.length);
    further.hidden = shown >= found.length;
  };

  const update = () => {
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const wanted = tests(asked);
    found = ordered(rows.filter((row) => wanted.every((test) => test(row))), asked.get("order"));
    list.replaceChildren();
    shown = 0;
    showMore();
    const number = (count) => count.toLocaleString("en");
    document.getElementById("count").textContent = `${number(found.length)} of ${number(rows.length)} articles`;
    if (asked.get("order") === "archive") asked.delete("order");
    // So that a reload, and the way back from an article, find the list as it was.
    history.replaceState(null, "", `#${asked}`);
  };

  const restore = () => {
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
      const control = form.elements.namedItem(name);
      if (!control) continue;
      control.value = value;
      if (control.closest("#others")) document.getElementById("more").open = true;
    }
  };

  build();
  restore();
  update();
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(update));
  further.addEventListener("click", () => {
    const next = shown;
    showMore();
    list.children[next]?.querySelector("a").focus();
  });
})();
