import { DRIVER_DATABASE } from '../../../../app/forget-runs';

/** What the browser keeps for drivers: acts by their order, and the last run of each. */
type Store = 'acts' | 'runs';

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DRIVER_DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('acts', { keyPath: 'id', autoIncrement: true });
      request.result.createObjectStore('runs', { keyPath: 'owner' });
    };
    request.onsuccess = () => {
      // The browser may close it by itself, and a newer page wants it closed.
      request.result.onclose = forget;
      request.result.onversionchange = () => {
        request.result.close();
        forget();
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  opening.catch(forget);
  return opening;
}

function forget(): void {
  opening = null;
}

/** Does one thing with a store, and waits until it is on the disk. */
async function run<R>(
  name: Store,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<R>,
): Promise<R> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' });
    const request = work(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

/** Puts a value, in place of the one with its key. @returns its key */
export const put = (store: Store, value: object): Promise<IDBValidKey> =>
  run(store, 'readwrite', (values) => values.put(value));

/** The value with a key; undefined if there is none. */
export const get = (store: Store, key: IDBValidKey): Promise<unknown> =>
  run(store, 'readonly', (values) => values.get(key));

/** All values, in the order of their keys. */
export const getAll = (store: Store): Promise<unknown[]> =>
  run(store, 'readonly', (values) => values.getAll());

/** Removes the value with a key, if there is one. */
export const remove = (store: Store, key: IDBValidKey): Promise<undefined> =>
  run(store, 'readwrite', (values) => values.delete(key));
