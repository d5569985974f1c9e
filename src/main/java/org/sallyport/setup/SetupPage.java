package org.sallyport.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sallyport.login.Logins;
import org.sallyport.login.PasswordChoice;
import org.sallyport.user.PasswordPolicy;
import org.sallyport.user.User;
import org.sallyport.web.Browsers;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;
import org.sallyport.web.page.Failure;

/** The first run: whoever holds the link of the log looks at the server, then administers it. */
@Named
@RequestScoped
public class SetupPage {

  static final String PATH = "/setup";

  /** The third step is the form for a client, in the first administrator's own login. */
  private static final String FIRST_CLIENT = "/admin/clients/new?first=1";

  @Inject private CurrentPage page;
  @Inject private FirstRun firstRun;
  @Inject private NewAccount account;
  @Inject private PasswordPolicy policy;
  @Inject private PasswordChoice choice;
  @Inject private ServerCheck check;
  @Inject private Browsers browsers;
  @Inject private Logins logins;

  private String token;
  private boolean deciding;
  private String username;
  private final List<Failure> failures = new ArrayList<>();

  /** Shows the check, or the form for the administrator; without a good link there is no page. */
  public void open() {
    if (enter()) {
      deciding = "administrator".equals(page.parameter("step"));
    }
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (token == null) {
      open();
    }
  }

  private boolean enter() {
    var sent = Optional.ofNullable(page.parameter("token")).filter(firstRun::isInvited);
    if (sent.isEmpty()) {
      page.refuse(Problem.of(404));
      return false;
    }
    token = sent.get();
    browsers.ensure(page.request(), page.response());
    return true;
  }

  /** Makes the first administrator, who is logged in with that; uses the link up. */
  public void appoint() {
    if (!enter()) {
      return;
    }
    deciding = true;
    var name = text(username).strip();
    var password = text(page.parameter("password"));
    check(name, password);
    if (failures.isEmpty()) {
      firstRun.appoint(token, name, password).ifPresentOrElse(this::goOn, this::tooLate);
    }
  }

  private void check(String name, String password) {
    if (!isGenuine()) {
      failures.add(Failure.of("appoint", "page.expired"));
      return;
    }
    for (var problem : account.problems(name, password)) {
      failures.add(Failure.of(problem.field(), problem.key(), policy.shortest()));
    }
    if (!password.equals(text(page.parameter("repeated")))) {
      failures.add(Failure.of("repeated", "setup.repeated.wrong"));
    }
  }

  private void goOn(User administrator) {
    logins.start(administrator, page.request(), page.response());
    page.goOn(FIRST_CLIENT);
  }

  private void tooLate() {
    page.refuse(Problem.of(404));
  }

  private boolean isGenuine() {
    return browsers.isGenuine(purpose(), page.parameter("csrf"), page.request());
  }

  private String purpose() {
    return PATH + "\n" + token;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  public String getCsrf() {
    return token == null ? "" : browsers.csrf(purpose(), page.request());
  }

  public String getToken() {
    return token;
  }

  /** Whether the administrator's form is shown, after the check. */
  public boolean isDeciding() {
    return deciding;
  }

  public String getHint() {
    return choice.hint();
  }

  public List<ServerCheck.Finding> getFindings() {
    return check.findings(page.request());
  }

  public List<Failure> getFailures() {
    return failures;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }
}
