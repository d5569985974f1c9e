package org.sallyport.user.store;

/** A person of an outside store has logged in, and this is what the store tells of them now. */
public record PersonAdmitted(String userId, String store, Profile profile) {}
