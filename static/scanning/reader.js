// Reads QR codes from a picture: by the browser's own detector where it knows them, else by the decoder kept here.
const LARGEST = 1280;

// Resolves to what reads the texts in a video's present picture; `close` gives back what it holds.
export async function openReader() {
  return (await ofBrowser()) || ofDecoder();
}

async function ofBrowser() {
  if (!("BarcodeDetector" in globalThis)) return null;
  const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
  if (!formats.includes("qr_code")) return null;
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  return { read: async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue), close() {} };
}

// In a worker of its own: only there may WebAssembly run, and the page's picture does not stutter.
function ofDecoder() {
  const worker = new Worker(new URL("decoder.js", import.meta.url), { type: "module" });
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  let failed = () => {};
  const broken = new Promise((_read, fail) => { failed = fail; });
  broken.catch(() => {});
  worker.addEventListener("error", () => failed(new Error("The decoder did not start.")));

  function read(video) {
    const scale = Math.min(1, LARGEST / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = pen.getImageData(0, 0, canvas.width, canvas.height);
    const answered = new Promise((resolve, fail) => {
      worker.onmessage = ({ data }) => (data.failed ? fail(new Error(data.failed)) : resolve(data.texts));
    });
    worker.postMessage(picture, [picture.data.buffer]);
    return Promise.race([answered, broken]);
  }
  return { read, close: () => worker.terminate() };
}
