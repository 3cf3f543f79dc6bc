/** A file that cannot be had or stored; the message is for the report. */
export class MediaError extends Error {}
