/** Where things lie on the device, by name. The pages have one in the browser's database; tests have one in memory. */
export interface Shelf {
  get(name: string): Promise<unknown>;
  put(name: string, thing: unknown): Promise<void>;
  drop(name: string): Promise<void>;
  /** Names that begin so, in order. */
  names(beginning: string): Promise<string[]>;
}

const DATABASE = 'maple-rounds';
const STORE = 'things';

function opened(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      // another page of ours wants a newer form of it: let go
      request.result.onversionchange = () => request.result.close();
      done(request.result);
    };
    request.onerror = () => failed(request.error ?? new Error('no database'));
    request.onblocked = () => failed(new Error('the database is held by another page'));
  });
}

/** Kept by the browser: what was put is there when the promise is done, whatever happens to the page. */
export class DeviceShelf implements Shelf {
  private database: Promise<IDBDatabase> | null = null;

  private async run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    this.database ??= opened();
    let database: IDBDatabase;
    try {
      database = await this.database;
    } catch (reason) {
      this.database = null;
      throw reason;
    }
    return new Promise((done, failed) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => done(request.result);
      transaction.onabort = () => failed(transaction.error ?? new Error('not kept'));
    });
  }

  get(name: string): Promise<unknown> {
    return this.run('readonly', (store) => store.get(name) as IDBRequest<unknown>);
  }

  async put(name: string, thing: unknown): Promise<void> {
    await this.run('readwrite', (store) => store.put(thing, name));
  }

  async drop(name: string): Promise<void> {
    await this.run('readwrite', (store) => store.delete(name));
  }

  async names(beginning: string): Promise<string[]> {
    const range = IDBKeyRange.bound(beginning, `${beginning}\uffff`);
    return (await this.run('readonly', (store) => store.getAllKeys(range))).map(String);
  }
}

/** Gone with the page. */
export class MemoryShelf implements Shelf {
  readonly things = new Map<string, unknown>();

  async get(name: string): Promise<unknown> {
    return this.things.get(name);
  }

  async put(name: string, thing: unknown): Promise<void> {
    this.things.set(name, structuredClone(thing));
  }

  async drop(name: string): Promise<void> {
    this.things.delete(name);
  }

  async names(beginning: string): Promise<string[]> {
    return [...this.things.keys()].filter((name) => name.startsWith(beginning)).sort();
  }
}
