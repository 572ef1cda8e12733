import type { Shelf } from './shelf';

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

const ALGORITHM = { name: 'AES-GCM', length: 256 };

/**
 * What one officer keeps on this device. Everything but names is sealed under a key of theirs that the browser holds
 * and hands to no program; once the key is dropped, what is left on the device can't be read. The name is bound in, so
 * that one thing can't be passed off as another, nor as another officer's.
 */
export class SealedShelf {
  private key: Promise<CryptoKey> | null = null;
  /** Forgotten: what a page still wants to keep while it goes is kept no more. */
  private gone = false;

  constructor(
    private readonly shelf: Shelf,
    readonly officer: string,
  ) {}

  /** Without a secure address the browser seals nothing; then nothing is kept. */
  static possible(): boolean {
    return typeof crypto !== 'undefined' && !!crypto.subtle && typeof indexedDB !== 'undefined';
  }

  private name(what: string): string {
    return `of/${this.officer}/${what}`;
  }

  private ownKey(): Promise<CryptoKey> {
    this.key ??= this.made();
    return this.key;
  }

  private async made(): Promise<CryptoKey> {
    const name = `key/${this.officer}`;
    const kept = await this.shelf.get(name);
    if (kept) return kept as CryptoKey;
    const fresh = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']);
    await this.shelf.put(name, fresh);
    return fresh;
  }

  private said(what: string): Uint8Array<ArrayBuffer> {
    return new TextEncoder().encode(this.name(what));
  }

  async putBytes(what: string, bytes: ArrayBuffer): Promise<void> {
    if (this.gone) return;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { name: ALGORITHM.name, iv, additionalData: this.said(what) },
      await this.ownKey(),
      bytes,
    );
    if (this.gone) return;
    await this.shelf.put(this.name(what), { iv, bytes: sealed } satisfies Sealed);
  }

  /** Nothing where nothing is kept, or where it was sealed under a key that is gone. */
  async bytes(what: string): Promise<ArrayBuffer | null> {
    const sealed = (await this.shelf.get(this.name(what))) as Sealed | undefined;
    if (!sealed) return null;
    try {
      return await crypto.subtle.decrypt(
        { name: ALGORITHM.name, iv: sealed.iv, additionalData: this.said(what) },
        await this.ownKey(),
        sealed.bytes,
      );
    } catch {
      return null;
    }
  }

  async put(what: string, thing: unknown): Promise<void> {
    await this.putBytes(what, new TextEncoder().encode(JSON.stringify(thing)).buffer as ArrayBuffer);
  }

  async get<T>(what: string): Promise<T | null> {
    const bytes = await this.bytes(what);
    return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T);
  }

  drop(what: string): Promise<void> {
    return this.shelf.drop(this.name(what));
  }

  async names(beginning: string): Promise<string[]> {
    const own = this.name('');
    return (await this.shelf.names(this.name(beginning))).map((name) => name.slice(own.length));
  }

  /** Takes away all that is kept, the key first: from then on nothing of it can be read, and nothing is added. */
  async forget(): Promise<void> {
    this.key = null;
    this.gone = true;
    await this.shelf.drop(`key/${this.officer}`);
    for (const what of await this.names('')) await this.drop(what);
  }
}
