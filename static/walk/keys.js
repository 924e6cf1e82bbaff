// Whether a key is meant for a field, a sheet or the browser, not for the walk.
export const isForOthers = ({ target, ctrlKey, metaKey, altKey }) =>
  target.matches("input:not([type=checkbox]), textarea, select") || ctrlKey || metaKey || altKey || Boolean(document.querySelector("dialog[open]"));
