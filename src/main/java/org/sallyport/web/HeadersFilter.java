package org.sallyport.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sallyport.config.ServerSettings;

/** The security headers of every answer; the one owner of the Content-Security-Policy. */
public class HeadersFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** No form-action: Chromium applies it to the redirect to the client that follows a form. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @Inject private transient ServerSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (!request.getRequestURI().startsWith("/jakarta.faces.resource/")) {
      response.setHeader("Cache-Control", "no-store");
    }
    if (settings.tls()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    chain.doFilter(request, response);
  }
}
