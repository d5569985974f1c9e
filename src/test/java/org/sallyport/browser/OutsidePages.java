package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.JavascriptExecutor;
import org.sallyport.testing.Browser;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** The pages that only a server with other stores of people has: readable as all others are. */
public final class OutsidePages implements AutoCloseable {

  private final Visitor visitor;

  private OutsidePages(Visitor visitor) {
    this.visitor = visitor;
  }

  /** A browser at a server. */
  public static OutsidePages of(Server server) {
    return new OutsidePages(new Visitor(Browser.javaScriptOn(), server));
  }

  /** The own account of somebody outside. */
  public void account(String name, String password) {
    visitor.forget();
    visitor.open("/account");
    visitor.signIn(name, password);
    check("Your account");
  }

  /** Somebody outside, as administrators see them. */
  public void user(Person person) {
    visitor.forget();
    visitor.open("/admin/users?q=" + person.username());
    visitor.signIn("admin");
    visitor.awaitTitle("Users · Sallyport");
    visitor.press(".list a[href*='/admin/users/edit']");
    check(person.username());
  }

  /** The login of somebody whose store is away. */
  public void loginWhileAway(String name, String password) {
    visitor.forget();
    visitor.open("/login");
    visitor.signIn(name, password);
    check("Error: Sign in");
  }

  private void check(String title) {
    visitor.awaitTitle(title + " · Sallyport");
    for (var scheme : List.of("light", "dark")) {
      visitor.prefer(scheme);
      assertThat(Accessibility.violations(visitor)).as(title + ", " + scheme).isEmpty();
    }
    visitor.tell(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 320, "height", 700, "deviceScaleFactor", 1, "mobile", false));
    var outside =
        "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
    assertThat(((JavascriptExecutor) visitor.driver()).executeScript(outside)).isEqualTo(0L);
    visitor.tell("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  @Override
  public void close() {
    visitor.close();
  }
}
