/** The longest side of a photo as it is sent, in pixels: enough to read a label, and soon sent on a slow line. */
const MAX_SIDE = 2000;
const QUALITY = 0.85;

/** Makes a photo of the camera small enough to be kept and sent. @throws unless it is a picture that the browser can read */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  try {
    const scale = Math.min(1, MAX_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    if (!context) throw new Error('the browser has no memory for the picture');
    // What is transparent would be black in a JPEG.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await toJpeg(canvas);
  } finally {
    picture.close();
  }
}

function toJpeg(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('it could not be encoded')));
    canvas.toBlob(take, 'image/jpeg', QUALITY);
  });
}
