"use strict";

// The explorer draws a dot for each table: its rows to the right, the lead of one side upwards and of the other downwards. It takes
// leads and intervals from the page and counts their signs; it computes no statistic.

const svgNamespace = "http://www.w3.org/2000/svg";
const leadSteps = [0.01, 0.03, 0.1, 0.3, 1, 3];
const rowSteps = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1000000];
const frame = { height: 380, left: 64, right: 16, top: 28, bottom: 44 };

function startExplorers() {
  for (const block of document.querySelectorAll(".explorer"))
    startExplorer(block, JSON.parse(block.querySelector("script").textContent));
}

function startExplorer(block, data) {
  const form = block.querySelector("form");
  const sizes = [...new Set(data.tables.map(table => table.rows))].sort((one, other) => one - other);
  form.elements.size.max = sizes.length - 1;
  form.elements.size.value = sizes.length - 1;
  const show = () => showExplorer(block, data, form, sizes);
  form.addEventListener("input", show);
  form.addEventListener("submit", event => event.preventDefault());
  new ResizeObserver(show).observe(block.querySelector(".plot"));
}

function showExplorer(block, data, form, sizes) {
  const most = sizes[form.elements.size.value];
  showSize(form, most, sizes);
  const leads = chosenLeads(data, form.elements);
  const pair = data.pairs.find(one => one.title === leads.pair);
  const dots = leads.of.map(([table, lead, low, high]) => ({ ...data.tables[table], lead, low, high }))
    .filter(dot => dot.rows <= most).sort((one, other) => one.rows - other.rows);
  block.querySelector(".counts output").textContent = counted(dots, pair);
  drawPlot(block, { dots, pair, unit: leads.unit, margin: leads.measure === "score" ? data.margin : 0, sizes });
}

function showSize(form, most, sizes) {
  const words = most === sizes.at(-1) ? "any size" : `up to ${grouped(most)} rows`;
  form.elements.most.value = words;
  form.elements.size.setAttribute("aria-valuetext", `tables of ${words}`);
}

// Not every engine has every pair, nor every pair every measure.
function chosenLeads(data, { pair, measure, engine }) {
  let leads = data.leads;
  for (const [select, key] of [[pair, "pair"], [measure, "measure"], [engine, "engine"]]) {
    offer(select, [...new Set(leads.map(lead => lead[key]))]);
    leads = leads.filter(lead => lead[key] === select.value);
  }
  return leads[0];
}

function offer(select, values) {
  const before = select.value;
  select.replaceChildren(...values.map(value => new Option(value, value)));
  if (values.includes(before))
    select.value = before;
}

function counted(dots, { first, second, models }) {
  const count = test => dots.filter(test).length;
  const [ahead, behind] = [count(dot => dot.lead > 0), count(dot => dot.lead < 0)];
  const ties = dots.length - ahead - behind;
  // A dot without an interval has null for its ends, which is neither above nor below zero.
  const sides = [[first, ahead, count(dot => dot.low > 0)], [second, behind, count(dot => dot.high < 0)]]
    .sort((one, other) => other[1] - one[1])
    .map(([side, tables, sure]) => `${side} ahead on ${tables} of ${dots.length} tables (${sure} beyond noise)`);
  return `${models}: ${sides.join(", ")}${ties > 0 ? `, ${ties} equal` : ""}.`;
}

function drawPlot(block, view) {
  const plot = block.querySelector(".plot");
  const held = plot.contains(document.activeElement) ? document.activeElement.dataset.name : null;
  const width = Math.max(280, plot.clientWidth);
  const scales = { x: rowScale(view.sizes, width), y: leadScale(view.dots) };
  const svg = element("svg", { width, height: frame.height, viewBox: `0 0 ${width} ${frame.height}`, role: "group",
    "aria-label": `${view.dots.length} tables by their rows and lead` });
  svg.append(...axes(view, scales, width), ...view.dots.map(dot => drawDot(dot, view, scales)));
  plot.replaceChildren(svg);
  block.querySelector(".told").textContent = "";
  startDots(block, svg, view, held);
}

function rowScale(sizes, width) {
  const [low, high] = [Math.log(sizes[0] / 1.2), Math.log(sizes.at(-1) * 1.2)];
  return rows => frame.left + (Math.log(rows) - low) / (high - low) * (width - frame.left - frame.right);
}

// Leads lie between a thousandth and one: linear below the first step, logarithmic beyond it.
function leadScale(dots) {
  const bend = lead => Math.sign(lead) * Math.log1p(Math.abs(lead) / leadSteps[0]);
  const most = bend(Math.max(0.02, ...dots.flatMap(dot => [dot.lead, dot.low, dot.high]).map(Math.abs)) * 1.1);
  const half = (frame.height - frame.top - frame.bottom) / 2;
  const scale = lead => frame.top + half - bend(lead) / most * half;
  return Object.assign(scale, { shows: lead => Math.abs(bend(lead)) <= most });
}

function axes({ pair, unit, margin, sizes }, { x, y }, width) {
  const [left, right, bottom] = [frame.left, width - frame.right, frame.height - frame.bottom];
  const steps = [0, ...leadSteps.flatMap(step => [step, -step])].filter(y.shows);
  const rows = rowSteps.filter(step => step >= sizes[0] && step <= sizes.at(-1)).filter((_, i) => width > 500 || i % 2 === 0);
  return [
    element("rect", { class: "band", x: left, y: y(margin), width: right - left, height: y(-margin) - y(margin) }),
    ...steps.flatMap(step => [
      element("line", { class: step === 0 ? "zero" : "grid", x1: left, x2: right, y1: y(step), y2: y(step) }),
      text(tick(step, unit), { x: left - 8, y: y(step) + 4, "text-anchor": "end" }),
    ]),
    ...rows.map(step => text(grouped(step), { x: x(step), y: bottom + 18, "text-anchor": "middle" })),
    text("rows of the table (log scale)", { x: (left + right) / 2, y: bottom + 36, "text-anchor": "middle" }),
    text(`↑ ${pair.first} ahead`, { x: left, y: 16, class: "first" }),
    text(`↓ ${pair.second} ahead`, { x: right, y: 16, class: "second", "text-anchor": "end" }),
  ];
}

function drawDot(dot, view, { x, y }) {
  const side = dot.lead > 0 ? "first" : dot.lead < 0 ? "second" : "";
  const sure = dot.low > 0 || dot.high < 0 ? "sure" : "";
  const group = element("g", { class: `dot ${side} ${sure}`, tabindex: -1, role: "img", "data-name": dot.name,
    "aria-label": told(dot, view) });
  if (dot.low !== null)
    group.append(element("line", { x1: x(dot.rows), x2: x(dot.rows), y1: y(dot.low), y2: y(dot.high) }));
  group.append(element("circle", { cx: x(dot.rows), cy: y(dot.lead), r: 5 }));
  return group;
}

function startDots(block, svg, view, held) {
  const dots = [...svg.querySelectorAll(".dot")];
  const tell = dot => { block.querySelector(".told").textContent = dot.getAttribute("aria-label"); };
  const reach = dot => {
    dots.forEach(other => { other.tabIndex = other === dot ? 0 : -1; });
    return dot;
  };
  for (const dot of dots) {
    dot.addEventListener("pointerenter", () => tell(dot));
    dot.addEventListener("focus", () => tell(reach(dot)));
    dot.addEventListener("keydown", event => walk(event, dots, dots.indexOf(dot)));
  }
  if (dots.length > 0)
    reach(dots.find(dot => dot.dataset.name === held) ?? dots[0]);
  if (held !== null)
    dots.find(dot => dot.dataset.name === held)?.focus();
}

function walk(event, dots, place) {
  const next = { ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1, Home: 0, End: dots.length - 1 }[event.key];
  if (next === undefined)
    return;
  event.preventDefault();
  dots[next]?.focus();
}

function told(dot, { pair, unit }) {
  const side = dot.lead > 0 ? `${pair.first} ahead` : dot.lead < 0 ? `${pair.second} ahead` : "equal";
  const interval = dot.low === null ? "" : ` [${lead(dot.low, unit)}, ${lead(dot.high, unit)}]`;
  return `${dot.name}: ${side}, ${lead(dot.lead, unit)}${interval}. ${dot.about}.`;
}

function lead(value, unit) {
  if (unit === "ratio")
    return `×${Math.exp(value).toFixed(3)}`;
  const size = Math.abs(value);
  const digits = unit === "percent" ? `${(100 * size).toFixed(1)} %` : size.toFixed(3);
  return /[1-9]/.test(digits) ? `${value > 0 ? "+" : "−"}${digits}` : digits;
}

function tick(step, unit) {
  const size = Math.abs(step);
  const sign = step > 0 ? "+" : step < 0 ? "−" : "";
  return unit === "ratio" ? `×${Math.exp(step).toFixed(2)}` : `${sign}${unit === "percent" ? `${Math.round(100 * size)} %` : size}`;
}

function grouped(count) {
  return count.toLocaleString("en-US");
}

function element(name, attributes) {
  const made = document.createElementNS(svgNamespace, name);
  for (const [attribute, value] of Object.entries(attributes))
    made.setAttribute(attribute, value);
  return made;
}

function text(words, attributes) {
  const made = element("text", attributes);
  made.textContent = words;
  return made;
}
