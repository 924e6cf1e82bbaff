// What the server took while this page was on its way may not be on it: the page before was told, and is gone.
const KEY = "settled";
const now = () => performance.timeOrigin + performance.now(); // the clock of every page here, whoever sets the tablet's

export const noteSettled = () => sessionStorage.setItem(KEY, now());

export function hasMissed() {
  const at = Number(sessionStorage.getItem(KEY));
  sessionStorage.removeItem(KEY);
  return at > performance.timeOrigin;
}
