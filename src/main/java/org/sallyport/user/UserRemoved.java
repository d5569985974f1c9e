package org.sallyport.user;

/** A person is about to be removed: whoever keeps rows of theirs deletes them with it. */
public record UserRemoved(String userId) {}
