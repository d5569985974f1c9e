package org.sallyport.store;

/** An entity that ends by itself: it has an {@code id} and an indexed {@code expiresAt}. */
public interface ExpiringRow {}
