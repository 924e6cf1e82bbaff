// A document takes seconds to make: it says so while it is made, and says where that failed.
const FAILED = 400;

function nameOf(response, link) {
  const told = response.headers.get("Content-Disposition") || "";
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(told) || [];
  const [, plain] = /filename="?([^";]+)"?/i.exec(told) || [];
  return encoded ? decodeURIComponent(encoded) : plain || link.pathname.split("/").pop();
}

async function made(link) {
  const response = await fetch(link.href);
  if (response.status >= FAILED || response.redirected) throw new Error(response.statusText);
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(await response.blob());
  saved.download = nameOf(response, link);
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 60000);
}

export default function makeDocument(part) {
  const progress = part.querySelector("progress");
  const said = part.querySelector("[role=status]");
  let busy = false;

  part.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-document]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    progress.hidden = false;
    said.textContent = part.dataset.making;
    try {
      await made(link);
      said.textContent = "";
    } catch {
      said.textContent = part.dataset.failed;
    } finally {
      busy = false;
      progress.hidden = true;
    }
  });
}
