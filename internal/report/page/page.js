"use strict";
(function () {
  const $ = (selector, within) => (within || document).querySelector(selector);
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));

  // Filters: a finding is shown where every filter lets it pass.
  const filters = $("#filters");
  const findings = all("article.finding");

  function passes(f, levels, words) {
    if (!levels.has(f.dataset.level)) return false;
    for (const select of all("select[data-filter]", filters)) {
      if (select.value && !f.dataset[select.dataset.filter].split("\n").includes(select.value)) return false;
    }
    const text = words.length ? f.textContent.toLowerCase() : "";
    return words.every((w) => text.includes(w));
  }

  function apply() {
    const levels = new Set(all("input[name=level]:checked", filters).map((box) => box.value));
    const words = $("#words").value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const f of findings) {
      f.hidden = !passes(f, levels, words);
      if (!f.hidden) count++;
    }
    for (const group of all("section.findings")) group.hidden = !$("article.finding:not([hidden])", group);
    $("#shown").textContent = count === findings.length ? "All " + count + " threats are shown" : count + " of " + findings.length + " threats are shown";
  }

  if (filters) {
    filters.hidden = false;
    filters.addEventListener("input", apply);
    filters.addEventListener("submit", (event) => event.preventDefault());
    filters.addEventListener("reset", () => setTimeout(apply));
    apply();
  }

  // The diagram. Boxes keep their columns; folding a boundary moves what is
  // below it, and arrows run again between where their ends are now.
  const svg = $(".scroll > svg");
  const place = {};

  function measure(group, top) {
    let y = top;
    const folded = group.classList.contains("folded");
    const head = +svg.dataset.head;
    let height = +group.dataset.own;
    for (const inner of all(":scope > .inside > .zone", group)) {
      height += measure(inner, height) + +svg.dataset.between;
    }
    if (folded) height = head;
    group.setAttribute("transform", "translate(0 " + y + ")");
    $(":scope > .edge", group).setAttribute("height", height);
    return height;
  }

  function layout() {
    let y = 1;
    for (const group of all(":scope > .zone", svg)) y += measure(group, y) + +svg.dataset.between;
    svg.setAttribute("viewBox", "0 0 " + svg.getAttribute("width") + " " + y);
    svg.setAttribute("height", y);
    const seen = new Set();
    for (const arrow of all(".arrow", svg)) route(arrow, seen);
  }

  function top(group) {
    let y = 0;
    for (let g = group; g && g !== svg; g = g.parentNode.closest(".zone")) y += +g.getAttribute("transform").match(/ (-?\d+)/)[1];
    return y;
  }

  // end is where an arrow meets a box, or the head of the outermost folded
  // boundary around it.
  function end(key, right, attack) {
    const [width, height] = svg.dataset.box.split(" ").map(Number);
    const node = document.getElementById(key);
    const box = $(".box", node);
    const x = +box.getAttribute("x") + (right ? width : 0);
    let outermost = null;
    for (let g = node.closest(".zone"); g; g = g.parentNode.closest(".zone")) if (g.classList.contains("folded")) outermost = g;
    if (outermost) {
      const y = top(outermost);
      return { key: outermost.id, x: x, y: y + svg.dataset.head / 2, top: y, more: outermost.classList.contains("more") };
    }
    const y = top(node.closest(".zone")) + +box.getAttribute("y");
    return { key: key, x: x, y: y + height / 2 + (attack ? 8 : -8), top: y, more: false };
  }

  function route(arrow, seen) {
    const d = arrow.dataset;
    const attack = arrow.classList.contains("attack");
    const from = end(d.from, true, attack), to = end(d.to, false, attack);
    const corners = [[from.x, from.y], [+d.out, from.y]];
    if (+d.in === 0) corners.push([+d.out, to.y]);
    else corners.push([+d.out, to.top - d.above], [+d.in, to.top - d.above], [+d.in, to.y]);
    corners.push([to.x, to.y]);
    $("path", arrow).setAttribute("d", rounded(corners));
    const folded = from.key !== d.from || to.key !== d.to;
    const name = from.key + " " + to.key + " " + attack;
    arrow.classList.toggle("hidden", folded && (seen.has(name) || from.key === to.key || arrow.classList.contains("reach") || from.more || to.more));
    if (folded) seen.add(name);
    const step = $(".step", arrow), label = $(".label", arrow);
    if (step) step.setAttribute("transform", "translate(" + to.x + " " + to.y + ")");
    if (label) {
      label.setAttribute("x", to.x - 10);
      label.setAttribute("y", to.y - 4);
    }
  }

  function rounded(corners) {
    const list = corners.filter((c, i) => i === 0 || c[0] !== corners[i - 1][0] || c[1] !== corners[i - 1][1]);
    const toward = (at, to) => [0, 1].map((i) => at[i] + Math.max(-6, Math.min(6, Math.trunc((to[i] - at[i]) / 2))));
    let d = "M" + list[0].join(" ");
    for (let i = 1; i < list.length - 1; i++) {
      d += "L" + toward(list[i], list[i - 1]).join(" ") + "Q" + list[i].join(" ") + " " + toward(list[i], list[i + 1]).join(" ");
    }
    return d + "L" + list[list.length - 1].join(" ");
  }

  function fold(group, folded) {
    group.classList.toggle("folded", folded);
    const head = $(":scope > .head", group);
    head.setAttribute("aria-expanded", String(!folded));
    $(".turn", head).setAttribute("transform", folded ? turned(head) : "");
  }

  function turned(head) {
    const bar = $(".bar", head);
    return "rotate(-90 " + (+bar.getAttribute("x") + 13) + " 13)";
  }

  // pick shows one path, or all of them, or none.
  function pick(which) {
    svg.classList.toggle("picked", which !== "" && which !== "none");
    svg.classList.toggle("flows", which === "none");
    for (const part of all(".part, .arrow", svg)) part.classList.toggle("lit", part.dataset.paths.split(" ").includes(which));
    for (const arrow of all(".arrow.attack", svg)) number(arrow, which);
    for (const button of all("#tools [data-pick]")) button.setAttribute("aria-pressed", String(button.dataset.pick === which));
    $("#picked").textContent = which === "" ? "All paths are shown" : which === "none" ? "Data flows only" : "Path " + which + " is shown";
    layout();
  }

  function number(arrow, which) {
    const steps = arrow.dataset.steps.split(" ");
    const own = steps.filter((s) => s.split(".")[0] === which).map((s) => s.split(".")[1]);
    const list = own.length ? own : steps;
    const text = list.slice(0, 2).join(" ") + (list.length > 2 ? " …" : "");
    const width = 8 + 6 * text.length;
    $(".step text", arrow).textContent = text;
    $(".step text", arrow).setAttribute("x", -10 - width / 2);
    $(".step rect", arrow).setAttribute("x", -10 - width);
    $(".step rect", arrow).setAttribute("width", width);
  }

  function unfold(node) {
    for (let g = node.closest(".zone"); g; g = g.parentNode.closest(".zone")) fold(g, false);
    layout();
  }

  function draw() {
    $("#tools").hidden = false;
    const start = all(".zone", svg).filter((g) => g.classList.contains("folded"));
    for (const group of all(".zone", svg)) {
      const head = $(":scope > .head", group);
      head.setAttribute("role", "button");
      head.setAttribute("tabindex", "0");
      head.setAttribute("aria-label", head.dataset.name);
      fold(group, group.classList.contains("folded"));
      const turn = () => { fold(group, !group.classList.contains("folded")); layout(); };
      head.addEventListener("click", turn);
      head.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        turn();
      });
    }
    $("#unfold").addEventListener("click", () => { for (const g of all(".zone", svg)) fold(g, false); layout(); });
    $("#refold").addEventListener("click", () => { for (const g of all(".zone", svg)) fold(g, start.includes(g)); layout(); });
    for (const button of all("[data-pick]")) button.addEventListener("click", () => pick(button.dataset.pick));
  }
  if (svg) draw();

  // A link to something shows it, even if it was filtered or folded away.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches("article.finding") && target.hidden) {
      filters.reset();
      apply();
    }
    for (let d = target.closest("details"); d; d = d.parentNode.closest("details")) d.open = true;
    if (svg && svg.contains(target)) {
      unfold(target);
      target.focus();
      target.scrollIntoView({ block: "center", inline: "center" });
      return;
    }
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();

  // On paper nothing can be unfolded.
  addEventListener("beforeprint", () => {
    for (const d of all("details")) d.open = true;
  });

  const theme = $("#theme");
  theme.hidden = false;
  theme.addEventListener("click", function () {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
})();
