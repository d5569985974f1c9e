package org.sallyport.login;

import org.sallyport.user.User;

/** Who is logged in, and since when. */
public record Login(LoginSession session, User user) {}
