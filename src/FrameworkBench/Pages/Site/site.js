// The page stands without this script. It filters the ledger, and opens the lessons that a link leads to.

function byId(id) {
  return document.getElementById(id);
}

function startPage() {
  document.documentElement.classList.add("has-script");
  startLessons();
  startLedger();
  startExplorers();
}

function startLessons() {
  const lessons = [...document.querySelectorAll(".lesson")];
  const button = byId("open-lessons");
  button?.addEventListener("click", () => {
    const opens = lessons.some(lesson => !lesson.open);
    for (const lesson of lessons)
      lesson.open = opens;
    button.textContent = opens ? "Close all lessons" : "Open all lessons";
  });
  window.addEventListener("hashchange", openLinked);
  openLinked();
}

function openLinked() {
  const linked = byId(decodeURIComponent(location.hash.slice(1)));
  if (!linked?.matches(".lesson"))
    return;
  linked.open = true;
  linked.scrollIntoView();
}

function startLedger() {
  const filters = byId("filters");
  if (!filters)
    return;
  const claims = [...byId("claims").children].map(item => ({ item, words: item.textContent.toLowerCase(), ...item.dataset }));
  const show = () => showClaims(claims, filters);
  filters.addEventListener("input", show);
  filters.addEventListener("submit", event => event.preventDefault());
  filters.querySelector("button").addEventListener("click", () => showLesson(filters, "", show));
  for (const link of document.querySelectorAll("a[data-show]"))
    link.addEventListener("click", () => showLesson(filters, link.dataset.show, show));
  show();
}

function showLesson(filters, lesson, show) {
  filters.reset();
  filters.elements.lesson.value = lesson;
  show();
}

function showClaims(claims, filters) {
  const wanted = Object.fromEntries(new FormData(filters));
  const words = wanted.words.toLowerCase().split(/\s+/).filter(word => word);
  let shown = 0;
  for (const claim of claims) {
    claim.item.hidden = !isWanted(claim, wanted, words);
    shown += claim.item.hidden ? 0 : 1;
  }
  byId("shown-claims").textContent = shown === claims.length ? `${shown} claims` : `${shown} of ${claims.length} claims`;
}

function isWanted(claim, wanted, words) {
  return isOneOf(claim.verdict, wanted.verdict) && isOneOf(claim.lesson, wanted.lesson) && isOneOf(claim.engine, wanted.engine)
    && isOneOf(claim.mark, wanted.mark) && words.every(word => claim.words.includes(word));
}

function isOneOf(values, wanted) {
  return wanted === "" || values.split(" ").includes(wanted);
}

startPage();
