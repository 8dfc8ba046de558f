"use strict";
// A claim names the sentences that it cites, a sentence the claims that cite it. Pointing at one lights up the other.
(() => {
  const told = document.getElementById("pinned");
  const unpin = document.getElementById("unpin");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let pinned = null;
  let pointed = null;
  let moving = false;

  const at = (node) => (node instanceof Element ? node.closest("[data-cites], [data-claims]") : null);

  const partners = (one) => {
    const { cites, claims } = one.dataset;
    const ids = cites ? cites.split(" ").map((number) => `s${number}`) : claims.split(" ");
    return ids.map((id) => document.getElementById(id)).filter(Boolean);
  };

  const light = (one) => {
    if (one === pointed) return;
    for (const lit of document.querySelectorAll(".lit, .pointed")) lit.classList.remove("lit", "pointed");
    pointed = one;
    if (!one) return;
    one.classList.add("pointed");
    for (const partner of partners(one)) partner.classList.add("lit");
  };

  const words = (one) => {
    const copy = (one.dataset.cites ? one.querySelector("p") : one).cloneNode(true);
    for (const extra of copy.querySelectorAll(".cites, .number")) extra.remove();
    const number = one.dataset.cites ? "" : `${one.id.slice(1)} `;
    return number + copy.textContent.trim();
  };

  const tell = (one) => {
    told.replaceChildren();
    unpin.hidden = !one;
    if (!one) return;
    const found = partners(one);
    const head = document.createElement("p");
    const count = (what) => `${found.length} ${what}${found.length === 1 ? "" : "s"}`;
    head.textContent = one.dataset.cites
      ? `This claim cites ${count("sentence")}`
      : `Sentence ${one.id.slice(1)}: ${count("claim")}`;
    const list = document.createElement("ul");
    for (const partner of found) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${partner.id}`;
      link.textContent = words(partner);
      item.append(link);
      list.append(item);
    }
    told.append(head, list);
  };

  const pin = (one) => {
    pinned = one;
    light(one);
    tell(one);
  };

  const go = (target, { focus }) => {
    target.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    if (!focus) return;
    moving = true;
    target.querySelector("a")?.focus({ preventScroll: true });
    moving = false;
  };

  const seen = (one) => {
    const box = one.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  };

  document.addEventListener("mouseover", (event) => light(at(event.target) || pinned));
  document.addEventListener("mouseleave", () => light(pinned));
  document.addEventListener("focusin", (event) => {
    if (!moving) light(at(event.target) || pinned);
  });
  document.addEventListener("focusout", () => {
    if (!moving) light(pinned);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") pin(null);
  });
  unpin.addEventListener("click", () => pin(null));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const target = link?.hash && link.protocol === location.protocol ? document.getElementById(link.hash.slice(1)) : null;
    const one = at(event.target);
    if (link && !(target && at(target))) return;
    if (target) {
      event.preventDefault();
      if (one) pin(one);
      go(target, { focus: true });
    } else if (one && getSelection().isCollapsed) {
      pin(one === pinned ? null : one);
      const [first] = pinned ? partners(pinned) : [];
      const beside = matchMedia("(min-width: 60rem)").matches;
      if (first && !beside) one.scrollIntoView({ block: "nearest" });
      else if (first && !partners(pinned).some(seen)) go(first, { focus: false });
    }
  });
})();
