// Gives each element its behaviours: data-behaviour="mark-rows walk-keys" calls the default exports of
// mark-rows.js and walk-keys.js with the element. The only script that a page names. Until they are there
// the page's plain forms and links do the work; `data-behaviours` on the root tells scripts when they are.
const starting = [];
for (const element of document.querySelectorAll("[data-behaviour]")) {
  for (const name of element.dataset.behaviour.split(/\s+/).filter(Boolean)) {
    starting.push(
      import(`./${name}.js`).then(
        (behaviour) => behaviour.default(element),
        (error) => console.error(`The behaviour “${name}” could not be loaded.`, error),
      ),
    );
  }
}
Promise.allSettled(starting).then(() => {
  document.documentElement.dataset.behaviours = "started";
});
