package org.sallyport.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.util.stream.StreamSupport;

/**
 * Starts a page again, with its authorization request, when its view state is old or forged.
 *
 * <p>Every other failure goes on to the server, which shows the error page.
 */
public class PageExceptionHandler extends ExceptionHandlerWrapper {

  private static final int LONGEST_TX = 8192; // characters

  public PageExceptionHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    var faces = FacesContext.getCurrentInstance();
    if (stateIsUnusable() && isForm(faces) && !faces.getExternalContext().isResponseCommitted()) {
      forget();
      startAgain(faces);
      return;
    }
    super.handle();
  }

  // anything else would be sent to itself again and again
  private static boolean isForm(FacesContext faces) {
    return faces.getExternalContext().getRequest() instanceof HttpServletRequest request
        && request.getMethod().equals("POST");
  }

  private boolean stateIsUnusable() {
    Iterable<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents();
    // a forged state surfaces as any kind of exception, but always while the view is restored
    return StreamSupport.stream(events.spliterator(), false)
        .anyMatch(event -> PhaseId.RESTORE_VIEW.equals(event.getContext().getPhaseId()));
  }

  private void forget() {
    var events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      events.next();
      events.remove();
    }
  }

  // RFC 9700 §4.12: 303 turns the POST into a GET, so no credential travels on
  private static void startAgain(FacesContext faces) {
    var external = faces.getExternalContext();
    external.setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
    external.setResponseHeader("Location", address(external));
    faces.responseComplete();
  }

  private static String address(ExternalContext external) {
    var page = external.getRequestContextPath() + external.getRequestServletPath();
    var tx = external.getRequestParameterMap().get("tx");
    if (tx == null || tx.isEmpty() || tx.length() > LONGEST_TX) {
      return page;
    }
    return page + "?tx=" + URLEncoder.encode(tx, UTF_8);
  }
}
