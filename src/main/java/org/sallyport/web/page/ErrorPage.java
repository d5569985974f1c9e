package org.sallyport.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.sallyport.config.ServerSettings;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;
import org.sallyport.web.TraceId;

/** The error page: words, a trace id that the log has too, and for some what went wrong. */
@Named
@RequestScoped
public class ErrorPage {

  private static final Logger LOG = System.getLogger(ErrorPage.class.getName());

  @Inject private HttpServletRequest request;
  @Inject private CurrentPage page;
  @Inject private ServerSettings settings;
  @Inject @Any private Instance<Confidant> confidants;
  private Problem problem;

  @PostConstruct
  void find() {
    problem = Problem.of(request);
    page.status(problem.status(), null);
    var level = problem.status() < 500 ? Level.INFO : Level.WARNING;
    LOG.log(level, "request {0} ended with {1}", getTraceId(), cause());
  }

  /** Words of ours only: what was sent is never repeated. */
  private String cause() {
    var text = problem.status() + " " + problem.key();
    var developer = problem.developer();
    return developer == null
        ? text
        : text + ", " + developer.error() + ": " + developer.description();
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

  /** What a developer needs; in production for those only who are trusted with it. */
  public Problem.Developer getDeveloper() {
    return problem.developer() == null || settings.production() && !isTrusted()
        ? null
        : problem.developer();
  }

  private boolean isTrusted() {
    try {
      return confidants.stream().anyMatch(confidant -> confidant.trusts(request));
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "nobody can be recognised", e); // the database may be away
      return false;
    }
  }
}
