package org.sallyport.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The container's own request and response, remembered because a forward accepts no JAX-RS proxy of
 * them (WildFly's UT010023).
 */
record Exchange(HttpServletRequest request, HttpServletResponse response) {

  private static final String ATTRIBUTE = Exchange.class.getName();

  static void remember(HttpServletRequest request, HttpServletResponse response) {
    request.setAttribute(ATTRIBUTE, new Exchange(request, response));
  }

  static Exchange of(HttpServletRequest request) {
    return (Exchange) request.getAttribute(ATTRIBUTE);
  }

  /** Answers with a page, under the address that the browser asked for. */
  void show(String page) {
    try {
      request.getRequestDispatcher(page).forward(request, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }
}
