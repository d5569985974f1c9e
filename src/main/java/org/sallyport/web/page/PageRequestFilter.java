package org.sallyport.web.page;

import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.web.Crowd;
import org.sallyport.web.Form;
import org.sallyport.web.Problem;
import org.sallyport.web.Refusal;
import org.sallyport.web.words.Asked;

/**
 * Holds pages to what the endpoints are held to: a GET, or a form of ours that is short, well
 * encoded and UTF-8, however its body is sent.
 */
public class PageRequestFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private static final String VIEW_STATE = "jakarta.faces.ViewState";
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Pages that read what a form sent from the request; the others have it read by Faces. */
  private static final Set<String> READERS = Set.of("/login");

  /** As many at once as may wait for a password's hash: more would take every thread. */
  private static final Semaphore FORMS = new Semaphore(Crowd.FORMS);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!METHODS.contains(request.getMethod())) {
      // Not as a page: that would be asked for by the same method.
      response.setHeader("Allow", "GET, HEAD, POST");
      Refusal.write(response, 405, "this method is not served here");
      return;
    }
    if (!request.getMethod().equals("POST")) {
      pass(request, response, chain);
    } else if (FORMS.tryAcquire()) {
      try {
        pass(request, response, chain);
      } finally {
        FORMS.release();
      }
    } else {
      BusyPage.show(request, response);
    }
  }

  private static void pass(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Parameters parameters;
    try {
      parameters = read(request);
    } catch (OAuthException malformed) {
      Problem.of(malformed.status()).show(request);
      return;
    }
    Asked.remember(request, parameters);
    chain.doFilter(new PageRequest(request, parameters), response);
  }

  private static Parameters read(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        ? form(request)
        : FormDecoder.parse(request.getQueryString());
  }

  private static Parameters form(HttpServletRequest request) {
    var type = request.getContentType();
    if (type == null || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM)) {
      throw INVALID_REQUEST.because("send " + FORM).status(415);
    }
    try {
      var form = Form.read(request.getInputStream());
      if (READERS.contains(request.getServletPath())) {
        // For Faces each request for them is a first visit.
        return form.without(VIEW_STATE);
      }
      // Without it Faces would take the form for a first visit, and answer as if all were well.
      form.require(VIEW_STATE);
      return form;
    } catch (IOException e) {
      throw INVALID_REQUEST.because("the body cannot be read").detail(e.getMessage());
    }
  }
}
