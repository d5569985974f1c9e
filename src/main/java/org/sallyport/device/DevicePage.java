package org.sallyport.device;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sallyport.login.Flow;
import org.sallyport.login.Flows;
import org.sallyport.login.Login;
import org.sallyport.login.Logins;
import org.sallyport.login.PasswordChoice;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.web.ClientAddress;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/** The verification page, RFC 8628 §3.3: a code is typed, its device is shown, then answered. */
@Named
@RequestScoped
public class DevicePage {

  static final String PATH = "/device";
  private static final String FIELD = "user_code";
  private static final Set<String> ENDS = Set.of("allowed", "denied");

  @Inject private CurrentPage page;
  @Inject private Logins logins;
  @Inject private Flows flows;
  @Inject private DeviceFinder finder;
  @Inject private DeviceAnswers answers;
  @Inject private ClientAddress addresses;
  @Inject private Clock clock;

  private final List<Failure> failures = new ArrayList<>();
  private Login login;
  private ShownDevice device;

  /** Asks for a code; one that came with the address is looked up, and answers nothing yet. */
  public void open() {
    if (enter() && !typed().isEmpty()) {
      find();
    }
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (login == null) {
      open();
    }
  }

  private boolean enter() {
    login = logins.current(page.request()).orElse(null);
    if (login == null) {
      goToLogin();
    }
    return login != null;
  }

  private void goToLogin() {
    var flow = Flow.of(address(), Parameters.NONE, clock.instant());
    page.goOn("/login?tx=" + flows.seal(flow, page.request(), page.response()));
  }

  /** This page with the code as far as it is one, so that nothing else comes back by it. */
  private String address() {
    return UserCode.read(typed()).map(code -> PATH + "?" + FIELD + "=" + code).orElse(PATH);
  }

  private boolean find() {
    try {
      device = finder.find(typed(), login, addresses.of(page.request())).orElse(null);
      if (device == null) {
        failures.add(Failure.of(FIELD, "device.unknown"));
      }
    } catch (OAuthException refused) {
      page.status(refused.status(), refused.retryAfter());
      failures.add(Failure.of(FIELD, "device.throttled"));
      failures.add(PasswordChoice.retry(FIELD, refused.retryAfter()));
    }
    return device != null;
  }

  /** Goes on with the code that was typed; 303 to its device. */
  public void look() {
    if (!enter()) {
      return;
    }
    if (!isGenuine(PATH)) {
      failures.add(Failure.of(FIELD, "page.expired"));
    } else if (find()) {
      page.goOn(address());
    }
  }

  /** Allows the device what was shown, but for what was left out. */
  public void allow() {
    if (!findGenuine()) {
      return;
    }
    var said = device.question().answer(page.parameters("offered"), page.parameters("optional"));
    if (said.allowed().isEmpty()) {
      failures.add(Failure.of("optional-0", "consent.nothing"));
    } else if (answers.allow(device, login, said.allowed())) {
      page.goOn(PATH + "?done=allowed");
    } else {
      tooLate();
    }
  }

  /** Turns the device away. */
  public void deny() {
    if (!findGenuine()) {
      return;
    }
    if (answers.deny(device.device(), login)) {
      page.goOn(PATH + "?done=denied");
    } else {
      tooLate();
    }
  }

  private void tooLate() {
    device = null;
    failures.add(Failure.of(FIELD, "device.unknown"));
  }

  /** Logs out and lets another person log in, with the code kept. */
  public void switchAccount() {
    if (findGenuine()) {
      logins.end(page.request(), page.response());
      goToLogin();
    }
  }

  private boolean findGenuine() {
    if (!enter() || !find()) {
      return false;
    }
    if (!isGenuine(purpose())) {
      // Asked again: the form was another login's, or showed something else.
      page.goOn(address());
      return false;
    }
    return true;
  }

  private boolean isGenuine(String purpose) {
    return logins.isGenuine(purpose, page.parameter("csrf"), page.request());
  }

  /** Bound to what was shown, as nobody allows what came after it. */
  private String purpose() {
    return device == null ? PATH : PATH + "\n" + device.wording();
  }

  private String typed() {
    var text = page.parameter(FIELD);
    return text == null ? "" : text;
  }

  /** The step that is shown: code, device, allowed or denied. */
  public String getStep() {
    if (device != null) {
      return "device";
    }
    var done = page.parameter("done");
    return failures.isEmpty() && done != null && ENDS.contains(done) ? done : "code";
  }

  public String getCsrf() {
    return login == null ? "" : logins.csrf(purpose(), page.request());
  }

  public String getTyped() {
    return typed();
  }

  public void setTyped(String ignored) {
    // Read from the request, as the field is not there in every phase.
  }

  /** The device that was found; null before, and afterwards. */
  public ShownDevice getDevice() {
    return device;
  }

  public List<Failure> getFailures() {
    return failures;
  }

  public String getUsername() {
    return login == null ? null : login.user().username();
  }
}
