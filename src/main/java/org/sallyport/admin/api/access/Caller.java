package org.sallyport.admin.api.access;

import jakarta.enterprise.context.RequestScoped;

/** Who calls in this request. */
@RequestScoped
public class Caller {

  private String id;

  void become(String subject) {
    id = subject;
  }

  /** The administrator, or the client that acts for itself: the {@code sub} of the token. */
  public String id() {
    return id;
  }
}
