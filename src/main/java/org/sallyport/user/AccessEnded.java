package org.sallyport.user;

/**
 * All that a person was logged in to and had allowed has ended: the password is another, or the
 * account is switched off or gone. Whoever keeps such rows ends them in the same transaction.
 */
public record AccessEnded(String userId) {}
