/** Thrown where some edits cannot be made without others; whoever mixes catches it. */
export class Unmixable extends Error {}
