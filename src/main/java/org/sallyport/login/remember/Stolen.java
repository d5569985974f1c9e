package org.sallyport.login.remember;

/** Somebody has a copy of a cookie: all logins of the person end in the same transaction. */
public record Stolen(String userId) {}
