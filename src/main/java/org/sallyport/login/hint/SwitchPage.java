package org.sallyport.login.hint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.login.ExpiredFlow;
import org.sallyport.login.Flow;
import org.sallyport.login.FlowAddress;
import org.sallyport.login.Flows;
import org.sallyport.login.Login;
import org.sallyport.login.Logins;
import org.sallyport.web.CurrentPage;

/** Asks who goes on where an application wants somebody else than the person who is here. */
@Named
@RequestScoped
public class SwitchPage {

  public static final String PATH = "/switch";

  @Inject private CurrentPage page;
  @Inject private Flows flows;
  @Inject private Logins logins;
  @Inject private Clients clients;
  @Inject private Event<AuditEvent> audit;
  @Inject private Clock clock;

  private Flow flow;
  private Login login;

  /** Shows the question; without a login, or with an old flow, the request begins again. */
  public void open() {
    find();
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (flow == null) {
      find();
    }
  }

  private boolean find() {
    var known = flows.open(page.parameter("tx"), page.request());
    if (known.isEmpty() || !known.get().path().equals(FlowAddress.AUTHORIZE)) {
      page.refuse(ExpiredFlow.PROBLEM);
      return false;
    }
    flow = known.get();
    login = logins.current(page.request()).orElse(null);
    if (login == null || flow.isExpired(clock.instant()) || flow.hint().isEmpty()) {
      goOn(flow);
      return false;
    }
    return true;
  }

  private boolean findGenuine() {
    if (!find()) {
      return false;
    }
    if (!flows.isGenuine(csrfPurpose(), flow, page.parameter("csrf"), page.request())) {
      goOn(flow);
      return false;
    }
    return true;
  }

  /** Logs out and lets the other person log in, with every parameter of the request kept. */
  public void switchUser() {
    if (findGenuine()) {
      logins.end(page.request(), page.response());
      audit.fire(new AuditEvent.LoggedOut(login.user().id()));
      goOn(flow.restarted(clock.instant()));
    }
  }

  /** The person who is here goes on. */
  public void keep() {
    if (findGenuine()) {
      goOn(flow.keptBy(login.user().id()));
    }
  }

  private void goOn(Flow next) {
    page.goOn(FlowAddress.of(next, flows.seal(next, page.request(), page.response())));
  }

  /** Bound to the login, as a form shown to one person is not answered by the next. */
  private String csrfPurpose() {
    return PATH + "\n" + login.session().id();
  }

  public String getTx() {
    return flow == null ? "" : flows.seal(flow, page.request(), page.response());
  }

  public String getCsrf() {
    return login == null ? "" : flows.csrf(csrfPurpose(), flow, page.request());
  }

  /** The client that asks; null where it is gone. */
  public String getClientName() {
    return flow == null
        ? null
        : flow.request().find("client_id").flatMap(clients::find).map(Client::name).orElse(null);
  }

  /** The account that the client asks for. */
  public String getHint() {
    return flow == null ? null : flow.hint().orElse(null);
  }

  public String getUsername() {
    return login == null ? null : login.user().username();
  }
}
