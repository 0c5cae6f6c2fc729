import { Refusal } from '../governance/refusal.ts';

/** How far an upload has come. */
export interface Progress {
  bytes: number;
  /** Rows under a header, or lines. */
  rows: number;
  readonly cancelled: AbortSignal;
}

/** The uploads that this server is receiving. */
export class Underway {
  private readonly uploads = new Map<
    string,
    { readonly progress: Progress; readonly control: AbortController }
  >();

  /** Throws a `Refusal` where an upload of this id is under way. */
  begin(id: string): Progress {
    if (this.uploads.has(id)) throw new Refusal('cohort-there');
    const control = new AbortController();
    const progress = { bytes: 0, rows: 0, cancelled: control.signal };
    this.uploads.set(id, { progress, control });
    return progress;
  }

  end(id: string): void {
    this.uploads.delete(id);
  }

  of(id: string): Progress | undefined {
    return this.uploads.get(id)?.progress;
  }

  /** Ends an upload at once, if it is this server that receives it. */
  cancel(id: string): void {
    this.uploads.get(id)?.control.abort();
  }
}
