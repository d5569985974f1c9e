package org.sallyport.client;

/** Fired within the transaction that removes a client: whoever keeps rows of it removes them. */
public record ClientRemoved(String clientId) {}
