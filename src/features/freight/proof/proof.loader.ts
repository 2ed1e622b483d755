import DataLoader from 'dataloader';
import { groupBy } from '../../../shared/group-by.js';
import type { FreightScope } from '../freight-scope.js';
import { isServicePhoto, type PhotoKind, type PhotoRecord } from './photo.entity.js';
import type { PhotoStore } from './photo.store.js';
import type { ProofRecord } from './proof.entity.js';
import type { ProofStore } from './proof.store.js';

/** The stores that proofs and photos are read from. */
export interface ProofSources {
  proofs: ProofStore;
  photos: PhotoStore;
}

/** Reads the proofs and photos that one viewer may see, for one request. Those of several connotes are read together. */
export class ProofLoader {
  readonly #proofs: DataLoader<string, ProofRecord | null>;
  readonly #photos: DataLoader<string, PhotoRecord[]>;

  constructor({ proofs, photos }: ProofSources, scope: FreightScope) {
    this.#proofs = new DataLoader(async (ids) => {
      const found = await proofs.ofConnotes(scope, ids);
      const byConnote = new Map(found.map((proof) => [proof.connoteId, proof]));
      return ids.map((id) => byConnote.get(id) ?? null);
    });
    this.#photos = new DataLoader(async (ids) => {
      const byConnote = groupBy(await photos.ofConnotes(scope, ids), ({ connoteId }) => connoteId);
      return ids.map((id) => byConnote.get(id) ?? []);
    });
  }

  /** The proof of a connote; null if there is none in scope. */
  proofOf(connoteId: string): Promise<ProofRecord | null> {
    return this.#proofs.load(connoteId);
  }

  /** The photos of a connote for its proof of delivery, used or not, in the order of their uploads. */
  async photosOf(connoteId: string): Promise<PhotoRecord[]> {
    return (await this.#photos.load(connoteId)).filter(({ kind }) => !isServicePhoto(kind));
  }

  /** Those before and after a service. @param kinds only these */
  async servicePhotosOf(connoteId: string, kinds: readonly PhotoKind[]): Promise<PhotoRecord[]> {
    const photos = await this.#photos.load(connoteId);
    return photos.filter(({ kind }) => isServicePhoto(kind) && kinds.includes(kind));
  }

  /** Those that its proof of delivery uses. */
  async photosOfProof(connoteId: string): Promise<PhotoRecord[]> {
    return (await this.#photos.load(connoteId)).filter(({ proofOf }) => proofOf !== null);
  }

  /** Clears the cache, so that later reads see what a mutation changed. */
  forget(): void {
    this.#proofs.clearAll();
    this.#photos.clearAll();
  }
}
