package org.sallyport.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.sallyport.config.ServerSettings;

/** What every page bean asks of its request and answer. */
@RequestScoped
public class CurrentPage {

  @Inject private HttpServletRequest request;
  @Inject private ServerSettings settings;

  public HttpServletRequest request() {
    return request;
  }

  public HttpServletResponse response() {
    return (HttpServletResponse) faces().getExternalContext().getResponse();
  }

  /** A parameter of the query or form, or null. */
  public String parameter(String name) {
    // Not from the injected request, which knows nothing of the filters' wrapping.
    return faces().getExternalContext().getRequestParameterMap().get(name);
  }

  /** All values of a parameter; none where it was not sent. */
  public List<String> parameters(String name) {
    var values = faces().getExternalContext().getRequestParameterValuesMap().get(name);
    return values == null ? List.of() : List.of(values);
  }

  /** Goes on at a path of ours: 303 after a form too, RFC 9110 §15.4.4. */
  public void goOn(String path) {
    var external = faces().getExternalContext();
    external.setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
    external.setResponseHeader("Location", settings.url(path));
    faces().responseComplete();
  }

  /** Answers with the error page instead of this one. */
  public void refuse(Problem problem) {
    faces().responseComplete();
    problem.show(request);
  }

  /** Shows this page under a status that tells of a failure. */
  public void status(int status, Duration retryAfter) {
    var external = faces().getExternalContext();
    external.setResponseStatus(status);
    if (retryAfter != null) {
      external.setResponseHeader(
          "Retry-After", String.valueOf(Math.max(1, retryAfter.toSeconds())));
    }
  }

  private static FacesContext faces() {
    return FacesContext.getCurrentInstance();
  }
}
