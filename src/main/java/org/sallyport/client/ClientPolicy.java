package org.sallyport.client;

import java.util.Optional;

/** What an extension has to say before a client is registered or changed; each is one bean. */
public interface ClientPolicy {

  /** Why this must not be saved, in words for the administrator; empty where nothing is wrong. */
  default Optional<String> refusal(NewClient wanted) {
    return Optional.empty();
  }

  /** What is saved in its place; called in the transaction that saves it. */
  default NewClient complete(NewClient wanted) {
    return wanted;
  }
}
