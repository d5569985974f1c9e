package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.JavascriptExecutor;
import org.sallyport.testing.Browser;
import org.sallyport.testing.Server;

/** An application that is a page of JavaScript gets its token itself, across origins. */
class SinglePageApplicationIT {

  private static final Server SERVER = Server.shared();
  private static final String ORIGIN = "http://127.0.0.1:9090";
  private static final URI CALLBACK = URI.create(ORIGIN + "/callback");

  /** Calls the server as an application's script does; the last argument takes the result. */
  private static final String FETCH =
      """
      const [url, form, answer] = arguments;
      const how = form ? {method: 'POST', body: new URLSearchParams(form)} : {};
      fetch(url, how)
        .then(async response => answer({status: response.status, json: await response.json()}))
        .catch(error => answer({status: 0, json: {error: String(error)}}));
      """;

  @Test
  void aScriptOfTheApplicationsOriginRedeemsTheCode() {
    try (var spa = Application.spa(SERVER);
        var person =
            new Visitor(Browser.plain().finding("127.0.0.1:9090", spa.port()).open(), SERVER)) {
      var code = code(spa, person);
      assertThat(origin(person)).isEqualTo(ORIGIN);
      var metadata = fetch(person, discovery(spa), null);
      assertThat(metadata.get("status")).isEqualTo(200L);
      var answer = fetch(person, token(spa), code);
      assertThat(answer.get("status")).isEqualTo(200L);
      assertThat(json(answer)).containsKeys("access_token", "refresh_token");
      var again = fetch(person, token(spa), code);
      assertThat(again.get("status")).isEqualTo(400L);
      assertThat(json(again)).containsEntry("error", "invalid_grant");
    }
  }

  @Test
  void aScriptOfAnotherOriginReadsNothing() {
    try (var spa = Application.spa(SERVER);
        var other = Application.spa(SERVER);
        var person =
            new Visitor(Browser.plain().finding("127.0.0.1:9090", spa.port()).open(), SERVER)) {
      var code = code(spa, person);
      person.open(other.callback().resolve("/"));
      assertThat(origin(person)).isNotEqualTo(ORIGIN);
      var answer = fetch(person, token(spa), code);
      assertThat(answer.get("status")).isEqualTo(0L);
    }
  }

  /** The form that redeems the code of a person who has allowed the application. */
  private static Map<String, String> code(Application spa, Visitor person) {
    var attempt =
        spa.attempt("read", r -> r.redirectionURI(CALLBACK).customParameter("prompt", "consent"));
    person.open(attempt.url());
    person.signIn("alice");
    person.awaitTitle("Allow access · Sallyport");
    person.press("#allow");
    var code = spa.codeFor(attempt);
    return Map.of(
        "grant_type", "authorization_code",
        "client_id", "demo-spa",
        "redirect_uri", CALLBACK.toString(),
        "code", code.getValue(),
        "code_verifier", attempt.verifier().getValue());
  }

  private static Object origin(Visitor person) {
    return ((JavascriptExecutor) person.driver()).executeScript("return location.origin");
  }

  private static Map<?, ?> fetch(Visitor person, URI url, Map<String, String> form) {
    var script = (JavascriptExecutor) person.driver();
    return (Map<?, ?>) script.executeAsyncScript(FETCH, url.toString(), form);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(Map<?, ?> answer) {
    return (Map<String, Object>) answer.get("json");
  }

  private static URI token(Application spa) {
    return spa.metadata().getTokenEndpointURI();
  }

  private static URI discovery(Application spa) {
    return URI.create(spa.metadata().getIssuer() + "/.well-known/oauth-authorization-server");
  }
}
