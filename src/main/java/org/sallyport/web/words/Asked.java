package org.sallyport.web.words;

import jakarta.servlet.http.HttpServletRequest;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;

/** The parameters of a request, for whoever comes after its body was read. */
public final class Asked {

  private static final String ATTRIBUTE = Asked.class.getName();

  private Asked() {}

  /** Keeps what was read. */
  public static void remember(HttpServletRequest request, Parameters parameters) {
    request.setAttribute(ATTRIBUTE, parameters);
  }

  /** What was read, or else what the query says; nothing where that is malformed. */
  public static Parameters of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Parameters known) {
      return known;
    }
    try {
      return FormDecoder.parse(request.getQueryString());
    } catch (OAuthException malformed) {
      return Parameters.NONE;
    }
  }
}
