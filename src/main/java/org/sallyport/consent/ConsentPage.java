package org.sallyport.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.login.ExpiredFlow;
import org.sallyport.login.Flow;
import org.sallyport.login.FlowAddress;
import org.sallyport.login.Flows;
import org.sallyport.login.Login;
import org.sallyport.login.Logins;
import org.sallyport.oauth.OAuthException;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/** Asks a person whether a client may have what it asks for. */
@Named
@RequestScoped
public class ConsentPage {

  private static final String PATH = "/consent";

  @Inject private CurrentPage page;
  @Inject private Flows flows;
  @Inject private Logins logins;
  @Inject private Clients clients;
  @Inject private ScopeCatalogue catalogue;
  @Inject private Consents consents;
  @Inject private Event<AuditEvent> audit;
  @Inject private OneTransaction transaction;
  @Inject private Clock clock;

  private Flow flow;
  private Login login;
  private Client client;
  private Question question;
  private Consent.Answer answer;
  private Failure failure;

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
    if (login == null || flow.isExpired(clock.instant())) {
      goOn(flow);
      return false;
    }
    return isStillAllowed();
  }

  /** Client or person may be others since the request was sealed: then it says so itself. */
  private boolean isStillAllowed() {
    try {
      client = clients.require(flow.request().require("client_id"));
      var asked = catalogue.resolve(client, flow.request().find("scope"));
      if (!asked.areReserved() || login.user().isAdministrator()) {
        question = new Question(asked, catalogue);
        return true;
      }
    } catch (OAuthException e) {
      // The request finds the same, and tells the client.
    }
    goOn(flow);
    return false;
  }

  private boolean findGenuine() {
    if (!find()) {
      return false;
    }
    if (!flows.isGenuine(csrfPurpose(), flow, page.parameter("csrf"), page.request())) {
      // Asked again: the form was another login's, or no form of ours at all.
      goOn(flow);
      return false;
    }
    return true;
  }

  /** Remembers the consent; the authorize request goes on and finds it. */
  public void allow() {
    if (!findGenuine()) {
      return;
    }
    answer = question.answer(page.parameters("offered"), page.parameters("optional"));
    if (answer.allowed().isEmpty()) {
      failure = Failure.of("optional-0", "consent.nothing");
      return;
    }
    var user = login.user().id();
    Conflicts.retryDuplicate(() -> transaction.of(() -> give(user)));
    goOn(flow);
  }

  private Void give(String user) {
    consents.give(user, client.id(), answer);
    audit.fire(new AuditEvent.ConsentGiven(user, client.id(), answer.allowed().toString()));
    return null;
  }

  /** The authorize request goes on and tells the client. */
  public void deny() {
    if (findGenuine()) {
      audit.fire(new AuditEvent.ConsentDenied(login.user().id(), client.id()));
      goOn(flow.denied());
    }
  }

  /** Logs out and lets another person log in, with every parameter of the request kept. */
  public void switchAccount() {
    if (findGenuine()) {
      logins.end(page.request(), page.response());
      goOn(flow.restarted(clock.instant()));
    }
  }

  private void goOn(Flow next) {
    page.goOn(FlowAddress.of(next, flows.seal(next, page.request(), page.response())));
  }

  /**
   * Bound to the login, as a form shown to one person is not answered by the next, and to what was
   * asked, as nobody allows what came after the page was shown.
   */
  private String csrfPurpose() {
    return PATH + "\n" + login.session().id() + "\n" + question.wording();
  }

  public String getTx() {
    return flow == null ? "" : flows.seal(flow, page.request(), page.response());
  }

  public String getCsrf() {
    return question == null ? "" : flows.csrf(csrfPurpose(), flow, page.request());
  }

  public String getClientName() {
    return client == null ? null : client.name();
  }

  /** Who offers the client, or null. */
  public String getPublisher() {
    return client == null ? null : client.publisher().orElse(null);
  }

  /** The host that the answer goes to. */
  public String getRedirectHost() {
    if (client == null) {
      return null;
    }
    var uri = flow.request().find("redirect_uri").orElseGet(() -> client.redirectUris().get(0));
    var parsed = URI.create(uri);
    return parsed.getHost() == null ? parsed.getScheme() + ":" : parsed.getHost();
  }

  public String getUsername() {
    return login == null ? null : login.user().username();
  }

  public Failure getFailure() {
    return failure;
  }

  /** What is asked for; what the person left out last time is left out at first. */
  public List<ScopeInWords> getScopes() {
    if (question == null) {
      return List.of();
    }
    if (answer != null) {
      return question.inWords(answer.left()::contains);
    }
    var last = consents.find(login.user().id(), client.id());
    return question.inWords(scope -> last.filter(l -> l.isRefused(scope)).isPresent());
  }
}
