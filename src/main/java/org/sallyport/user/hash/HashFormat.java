package org.sallyport.user.hash;

/** One way to store passwords; costs are bounded, for a hash may come from anyone's table. */
interface HashFormat {

  /** Whether a stored text is of this format, with a cost that this server is ready to pay. */
  boolean recognises(String hash);

  /** Whether a password is the one that a recognised text was made of. */
  boolean matches(String password, String hash);
}
