package org.sallyport.user.store;

/**
 * A person of an outside store has logged in, or was imported, and this is what is told of them.
 */
public record PersonAdmitted(String userId, String store, Profile profile) {}
