package org.sallyport.user;

/**
 * A person is saved as somebody who does not administer: whoever keeps rows that are worth more
 * with that right ends them in the same transaction, lest they wake when it comes back.
 */
public record NoAdministrator(String userId) {}
