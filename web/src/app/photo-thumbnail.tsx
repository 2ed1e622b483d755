import { useState } from 'react';
import { Dialog } from '../parts/dialog';
import { fileAddress } from './file-address';
import styles from './photo-thumbnail.module.css';

/** A photo with the addresses of its files. */
export interface PhotoFiles {
  note?: string | null | undefined;
  width: number;
  height: number;
  url: string;
  thumbnailUrl: string;
}

interface PhotoThumbnailProps {
  photo: PhotoFiles;
  /** What it is called, and what the button is that shows it large. */
  words: { name: string; enlarge: string };
  /** The sides of the thumbnail, in pixels. */
  size: number;
}

/** A photo, small; large in a dialog. */
export function PhotoThumbnail({ photo, words, size }: PhotoThumbnailProps) {
  const [isLarge, setLarge] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles['thumbnail']}
        aria-label={words.enlarge}
        onClick={() => setLarge(true)}
      >
        <img src={fileAddress(photo.thumbnailUrl)} alt="" style={{ width: size, height: size }} />
      </button>
      {isLarge ? (
        <Dialog open title={words.name} onClose={() => setLarge(false)}>
          <img
            className={styles['photo']}
            src={fileAddress(photo.url)}
            alt={photo.note ?? words.name}
            width={photo.width}
            height={photo.height}
          />
          {photo.note ? <p dir="auto">{photo.note}</p> : null}
        </Dialog>
      ) : null}
    </>
  );
}
