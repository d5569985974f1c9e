package org.sallyport.store.cleanup;

/** An entity that ends by itself: it has an {@code id} and an indexed {@code expiresAt}. */
public interface ExpiringRow {}
