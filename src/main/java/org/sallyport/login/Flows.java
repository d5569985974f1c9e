package org.sallyport.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Optional;
import org.sallyport.key.Purpose;
import org.sallyport.key.Sealer;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.OAuthException;
import org.sallyport.web.Browsers;

/** Seals flows for the browser that they belong to, as {@code tx}: no other can open them. */
@ApplicationScoped
public class Flows {

  /** The longest {@code tx}, in characters. */
  private static final int LONGEST = 4096;

  private Sealer sealer;
  private Browsers browsers;

  protected Flows() {}

  @Inject
  public Flows(Sealer sealer, Browsers browsers) {
    this.sealer = sealer;
    this.browsers = browsers;
  }

  /**
   * The flow as text for this browser, which gets its cookie now if it had none.
   *
   * @throws OAuthException {@code invalid_request} when the request is too long to be carried
   */
  public String seal(Flow flow, HttpServletRequest request, HttpServletResponse response) {
    var browser = browsers.ensure(request, response);
    var sealed = sealer.seal(Purpose.FLOW, flow.toJson().getBytes(UTF_8), place(browser));
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    if (text.length() > LONGEST) {
      throw INVALID_REQUEST.because("the request is too long");
    }
    return text;
  }

  /** The flow in a text; empty when it is altered or another browser's. */
  public Optional<Flow> open(String tx, HttpServletRequest request) {
    if (tx == null || tx.length() > LONGEST) {
      return Optional.empty();
    }
    return browsers.find(request).flatMap(browser -> open(tx, browser));
  }

  private Optional<Flow> open(String tx, String browser) {
    try {
      return sealer
          .open(Purpose.FLOW, Base64.getUrlDecoder().decode(tx), place(browser))
          .map(bytes -> Flow.fromJson(new String(bytes, UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The CSRF token of a page's form within a flow. */
  public String csrf(String page, Flow flow, HttpServletRequest request) {
    return browsers.csrf(purpose(page, flow), request);
  }

  /** Whether a form brought the token of its page, flow and browser. */
  public boolean isGenuine(String page, Flow flow, String sent, HttpServletRequest request) {
    return browsers.isGenuine(purpose(page, flow), sent, request);
  }

  private static String purpose(String page, Flow flow) {
    return page + "\n" + flow.id();
  }

  private static String place(String browser) {
    return "tx." + Digest.of(browser).value();
  }
}
