"use strict";
(function () {
  const filters = document.getElementById("filters");
  const findings = Array.from(document.querySelectorAll("article.finding"));
  const shown = document.getElementById("shown");

  function apply() {
    const levels = new Set(Array.from(filters.querySelectorAll("input[name=level]:checked"), (box) => box.value));
    const owner = filters.querySelector("#owner").value;
    const status = filters.querySelector("#status").value;
    const words = filters.querySelector("#words").value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const f of findings) {
      const text = f.textContent.toLowerCase();
      const owners = f.dataset.owners.split("\n");
      const show = levels.has(f.dataset.level) &&
        (owner === "" || owners.includes(owner)) &&
        (status === "" || f.dataset.status === status) &&
        words.every((w) => text.includes(w));
      f.hidden = !show;
      if (show) count++;
    }
    shown.textContent = count + " of " + findings.length + " shown";
  }

  if (filters) {
    filters.hidden = false;
    filters.addEventListener("input", apply);
    apply();
  }

  // A link to a finding opens it, even if it was filtered away.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    target.hidden = false;
    const details = target.querySelector("details");
    if (details) details.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();

  const theme = document.getElementById("theme");
  theme.hidden = false;
  theme.addEventListener("click", function () {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
})();
