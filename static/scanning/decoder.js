// The worker that reads QR codes. Its own policy lets WebAssembly run here and nowhere else.
import { prepareZXingModule, readBarcodes } from "../vendor/zxing-wasm/reader/index.js";

// by itself the library would ask a server elsewhere for the file
prepareZXingModule({
  overrides: { locateFile: (name) => new URL(`../vendor/zxing-wasm/reader/${name}`, import.meta.url).href },
});

self.addEventListener("message", async ({ data: picture }) => {
  try {
    const found = await readBarcodes(picture, { formats: ["QRCode"], maxNumberOfSymbols: 4 });
    self.postMessage({ texts: found.filter(({ isValid }) => isValid).map(({ text }) => text) });
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
});
