package org.sallyport.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.sallyport.config.ServerSettings;

/** The error page: words, a trace id, and in development what went wrong. */
@Named
@RequestScoped
public class ErrorPage {

  @Inject private HttpServletRequest request;
  @Inject private ServerSettings settings;
  private Problem problem;

  @PostConstruct
  void find() {
    problem = Problem.of(request);
    FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(problem.status());
  }

  /** The view's action; the work is done by then, on a postback too. */
  public void open() {}

  public String getTitle() {
    return problem.key();
  }

  public String getMessageKey() {
    return problem.key() + ".text";
  }

  public String getTraceId() {
    return TraceId.of(request);
  }

  public Problem.Developer getDeveloper() {
    return settings.production() ? null : problem.developer();
  }
}
