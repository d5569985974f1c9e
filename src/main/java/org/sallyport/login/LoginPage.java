package org.sallyport.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.regex.Pattern;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.config.LoginSettings;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.user.User;
import org.sallyport.user.store.StoreAwayException;
import org.sallyport.web.ClientAddress;
import org.sallyport.web.CurrentPage;

/** The login page; where it leads afterwards is in its flow, never in an address of the browser. */
@Named
@RequestScoped
public class LoginPage {

  static final String PATH = "/login";

  /** A {@code sub} is no name that people log in with. */
  private static final Pattern OPAQUE_ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4,12}){4}");

  private static final String EXPIRED = "page.expired";

  @Inject private CurrentPage page;
  @Inject private Flows flows;
  @Inject private Logins logins;
  @Inject private PasswordLogin passwords;
  @Inject private Clients clients;
  @Inject private ClientAddress addresses;
  @Inject private LoginSettings settings;
  @Inject private Clock clock;

  private Flow flow;
  private String tx;
  private String username;
  private String failure;
  private Long retryAfter;

  /**
   * Answers to a visit and to the form, which is no form of Faces: that would build the page, to
   * read what was sent, also where the answer is no page.
   */
  public void answer() {
    if (page.request().getMethod().equals("POST")) {
      login();
    } else {
      open();
    }
  }

  /** Shows the page, or goes on where the browser is logged in already. */
  private void open() {
    var sent = page.parameter("tx");
    var known = flows.open(sent, page.request());
    if (sent != null && known.isEmpty()) {
      page.refuse(ExpiredFlow.PROBLEM);
      return;
    }
    begin(known.orElseGet(() -> Flow.of("/", Parameters.NONE, clock.instant())));
    username = flow.hint().filter(hint -> !OPAQUE_ID.matcher(hint).matches()).orElse(null);
    var login = logins.recall(page.request(), page.response());
    if (login.filter(current -> !mustLogInAgain(current)).isPresent()) {
      page.goOn(FlowAddress.of(flow, tx));
    } else if (logins.newcomer(page.request()).isPresent()) {
      page.goOn(NewPasswordPage.PATH + "?tx=" + tx);
    }
  }

  private void begin(Flow known) {
    flow = known.isExpired(clock.instant()) ? known.restarted(clock.instant()) : known;
    tx = flows.seal(flow, page.request(), page.response());
  }

  /** A flow that asks for a new login is not served by one from before it. */
  private boolean mustLogInAgain(Login login) {
    return Prompts.wantsLogin(flow, login.session().loggedInAt());
  }

  /** Checks name and password; 303 to where the flow leads. */
  void login() {
    var known = flows.open(page.parameter("tx"), page.request());
    if (known.isEmpty()) {
      page.refuse(ExpiredFlow.PROBLEM);
      return;
    }
    var sentCsrf = page.parameter("csrf");
    var genuine = flows.isGenuine(PATH, known.get(), sentCsrf, page.request());
    var expired = known.get().isExpired(clock.instant());
    begin(known.get());
    username = page.parameter("username");
    if (!genuine || expired) {
      failure = EXPIRED;
      return;
    }
    try {
      var password = text(page.parameter("password"));
      enter(passwords.authenticate(text(username), password, addresses.of(page.request())));
    } catch (OAuthException refused) {
      explain(refused);
    }
  }

  private void enter(User user) {
    if (!isStarted(user)) {
      failure = "login.failed";
      return;
    }
    page.goOn(
        user.mustChangePassword() ? NewPasswordPage.PATH + "?tx=" + tx : FlowAddress.of(flow, tx));
  }

  private boolean isStarted(User user) {
    // A password that must be changed is good for nothing else.
    return isRemembering() && !user.mustChangePassword()
        ? logins.startRemembered(user, page.request(), page.response())
        : logins.start(user, page.request(), page.response());
  }

  private void explain(OAuthException refused) {
    failure =
        switch (refused.error()) {
          case TOO_MANY_REQUESTS -> "login.throttled";
          case TEMPORARILY_UNAVAILABLE ->
              StoreAwayException.isBehind(refused) ? "login.away" : "login.busy";
          default -> "login.failed";
        };
    if (refused.retryAfter() != null) {
      retryAfter = Math.max(1, refused.retryAfter().toSeconds());
      page.status(refused.status(), refused.retryAfter());
    }
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  public String getTx() {
    return tx;
  }

  public String getCsrf() {
    return flow == null ? "" : flows.csrf(PATH, flow, page.request());
  }

  /** The client that asks for the login; null where a page of ours does. */
  public String getClientName() {
    return flow == null
        ? null
        : flow.request().find("client_id").flatMap(clients::find).map(Client::name).orElse(null);
  }

  /** Whether this server lets people stay signed in. */
  public boolean isRememberable() {
    return settings.remember();
  }

  /** Whether the box is ticked. */
  public boolean isRemembering() {
    return settings.remember() && page.parameter("remember_me") != null;
  }

  public String getUsername() {
    return username;
  }

  public String getFailure() {
    return failure;
  }

  /** Seconds to wait, or null. */
  public Long getRetryAfter() {
    return retryAfter;
  }
}
