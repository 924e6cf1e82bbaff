// Shows how many acts the server has not answered yet.
export default function savedState(element) {
  const words = element.dataset;
  document.addEventListener("waiting", ({ detail: { count, failing } }) => {
    element.dataset.waiting = count;
    element.dataset.state = failing ? "failing" : count ? "sending" : "saved";
    element.textContent = (failing ? words.failing : count ? words.sending : words.saved).replace("{count}", count);
  });
}
