package org.sallyport.store;

/** Fired on each node when clients, scopes or keys have changed: drop what you cached. */
public record Changed() {}
