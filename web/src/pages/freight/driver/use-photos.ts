import { useState } from 'react';
import { shrinkPhoto } from '../photos/shrink-photo';

/** So many photos a proof of delivery has at most. */
const MAX_PHOTOS = 5;

/** The photos of a delivery, and those that are still made small. */
export function usePhotos() {
  const [photos, setPhotos] = useState<readonly Blob[]>([]);
  const [atWork, setAtWork] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  const add = async (files: readonly File[]) => {
    setAtWork((count) => count + 1);
    setFailed(false);
    // One after the other: a phone has no memory for several pictures of its camera.
    for (const file of files) {
      const shrunk = await shrinkPhoto(file).catch(() => null);
      if (shrunk) setPhotos((before) => [...before, shrunk].slice(0, MAX_PHOTOS));
      else setFailed(true);
    }
    setAtWork((count) => count - 1);
  };
  const remove = (photo: Blob) => setPhotos((before) => before.filter((one) => one !== photo));
  return { photos, left: MAX_PHOTOS - photos.length, add, remove, isBusy: atWork > 0, hasFailed };
}
