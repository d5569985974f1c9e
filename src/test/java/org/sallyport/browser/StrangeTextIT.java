package org.sallyport.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.id.State;
import java.net.URI;
import java.net.URLEncoder;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.JavascriptExecutor;
import org.sallyport.testing.Browser;
import org.sallyport.testing.Server;

/** Text that others have chosen is text on every page, whatever it looks like. */
class StrangeTextIT {

  private static final String STRANGE =
      "\"'><script>window.strange=1</script><img src=x onerror=strange=1>&amp;#{1+1}${1}{0}";
  private static final String MEANS = "See " + STRANGE;
  private static Server server;
  private static Visitor visitor;

  @BeforeAll
  static void start() throws SQLException {
    server = Server.start(Map.of("sallyport.demo", "true"));
    server.stop();
    var url = "jdbc:h2:file:" + server.home().resolve("data/sallyport");
    try (var database = DriverManager.getConnection(url);
        var change = database.prepareStatement("UPDATE scope SET description=? WHERE id='read'")) {
      change.setString(1, MEANS);
      assertThat(change.executeUpdate()).isEqualTo(1);
    }
    server.restart();
    visitor = new Visitor(Browser.javaScriptOn(), server);
  }

  @AfterAll
  static void stop() {
    visitor.close();
    server.stop();
  }

  @BeforeEach
  void forget() {
    visitor.forget();
  }

  @AfterEach
  void nothingOfItWasRun() {
    assertThat(visitor.driver().manage().logs().get("browser").getAll())
        .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
  }

  @Test
  void S26_namesAndScopesOfOthersAreText() {
    var clients = new Clients(visitor);
    clients.enter();
    var created = clients.create(STRANGE, "http://127.0.0.1/callback", "read");
    assertThat(visitor.text(".lead")).isEqualTo(STRANGE);
    expectText();
    visitor.open("/admin/clients");
    assertThat(visitor.findAll(".list .name")).anyMatch(name -> name.getText().equals(STRANGE));
    expectText();
    clients.askToDelete(created.id());
    assertThat(visitor.heading()).isEqualTo("Delete " + STRANGE + "?");
    expectText();
    visitor.forget();
    try (var strange = Application.of(server, created.id(), created.secret())) {
      var state = new State(STRANGE);
      var attempt = strange.attempt("read", request -> request.state(state));
      visitor.open(attempt.url());
      assertThat(visitor.text(".lead")).isEqualTo("to continue to " + STRANGE);
      expectText();
      visitor.signIn("alice");
      assertThat(visitor.heading()).isEqualTo(STRANGE + " would like to use your account");
      assertThat(visitor.text(".scopes li span")).isEqualTo(MEANS);
      expectText();
      visitor.press("#allow");
      assertThat(strange.redeem(strange.codeFor(attempt), attempt).indicatesSuccess()).isTrue();
    }
  }

  @Test
  void S26_whatWasTypedComesBackAsText() {
    visitor.open("/login");
    visitor.signIn(STRANGE, "wrong");
    assertThat(visitor.find("#username").getAttribute("value")).isEqualTo(STRANGE);
    expectText();
    new Clients(visitor).enter();
    new Clients(visitor).fillIn(STRANGE, STRANGE, STRANGE);
    visitor.press("#create");
    for (var field : new String[] {"name", "redirect_uris"}) {
      assertThat(visitor.find("#" + field).getAttribute("value")).isEqualTo(STRANGE);
    }
    expectText();
  }

  @Test
  void S26_whatARequestSentIsTextOnTheErrorPage() {
    try (var web = Application.web(server)) {
      var uri = URI.create("http://127.0.0.1:9090/callback/%22%3E'&");
      visitor.open(web.attempt("read", request -> request.redirectionURI(uri)).url());
      assertThat(visitor.text(".developer")).contains(uri.toString());
      expectText();
      var raw = URLEncoder.encode(STRANGE, UTF_8);
      visitor.open("/authorize?client_id=demo-web&redirect_uri=" + raw);
      assertThat(visitor.text(".developer")).contains(STRANGE);
      expectText();
      visitor.open("/authorize?client_id=" + raw);
      expectText();
      visitor.open("/" + raw);
      expectText();
    }
  }

  private static void expectText() {
    assertThat(visitor.findAll("script:not([src^='/jakarta.faces.resource/']), img")).isEmpty();
    var script = (JavascriptExecutor) visitor.driver();
    assertThat(script.executeScript("return typeof window.strange")).isEqualTo("undefined");
  }
}
