// The camera at the back of the tablet, shown in a <video>.
const WANTED = { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } };

// Why there is no picture, as the sheet's words have it.
export function reasonOf(error) {
  if (error.name === "NotAllowedError" || error.name === "SecurityError") return "forbidden";
  if (error.name === "NotFoundError" || error.name === "OverconstrainedError") return "none";
  return error.name === "Unsafe" ? "unsafe" : "busy";
}

// Shows the camera's picture; resolves to what turns its lamp on and off, where it has one, and what ends it.
export async function openCamera(video) {
  // browsers hide the camera from pages that came without https
  if (!navigator.mediaDevices?.getUserMedia) throw Object.assign(new Error("no https"), { name: "Unsafe" });
  const stream = await navigator.mediaDevices.getUserMedia({ video: WANTED, audio: false });
  const [track] = stream.getVideoTracks();
  const close = () => {
    track.stop();
    video.srcObject = null;
  };
  video.srcObject = stream;
  await video.play().catch((error) => {
    close();
    throw error;
  });
  const lamp = track.getCapabilities?.().torch && ((lit) => track.applyConstraints({ advanced: [{ torch: lit }] }));
  return { close, lamp };
}
