package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.sallyport.testing.Browser;
import org.sallyport.testing.Server;

/** A person meets any page, in any state: it is readable, usable and quiet. */
class EveryPageIT {

  private static final Server SERVER = Server.shared();
  private static final int NARROW = 320; // CSS pixels, WCAG 2.2 §1.4.10
  private static Visitor visitor;
  private static Application application;

  @BeforeAll
  static void openBrowser() {
    visitor = new Visitor(Browser.javaScriptOn(), SERVER);
    visitor.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(120));
    application = Application.web(SERVER);
  }

  @AfterAll
  static void closeBrowser() {
    application.close();
    visitor.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsReadableUsableAndQuiet(Place place) {
    var wide = Map.<String, Object>of("width", 1280, "height", 900);
    resize(wide);
    prefer("light");
    visitor.forget();
    console();
    place.enter(visitor, application);
    visitor.awaitTitle(place.title());
    var soft = new SoftAssertions();
    soft.assertThat(complaints(place)).as("console").isEmpty();
    soft.assertThat(visitor.find("html").getAttribute("lang")).isEqualTo("en");
    soft.assertThat(visitor.findAll("h1")).hasSize(1);
    soft.assertThat(run("return performance.getEntriesByType('navigation')[0].responseStatus"))
        .as("status")
        .isEqualTo((long) place.status());
    checkWidth(soft, "wide");
    checkColours(soft, "wide");
    resize(Map.of("width", NARROW, "height", 700));
    checkWidth(soft, "narrow");
    checkColours(soft, "narrow");
    resize(wide);
    soft.assertAll();
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGIN", "CONSENT", "CLIENTS", "CLIENTS_ON_PAGES", "USERS", "NOT_FOUND"})
  void theKeyboardReachesEveryControlVisibly(Place place) {
    resize(Map.of("width", 1280, "height", 900));
    visitor.forget();
    place.enter(visitor, application);
    visitor.awaitTitle(place.title());
    var soft = new SoftAssertions();
    var controls = visitor.findAll("a, summary, textarea, select, input:not([type=hidden])");
    controls.removeIf(control -> !control.isDisplayed());
    var reached = new HashSet<WebElement>();
    // Twice around, as a page may begin with the focus in its middle.
    for (var i = 0; i < 2 * controls.size() + 2; i++) {
      new Actions(visitor.driver()).sendKeys(Keys.TAB).perform();
      var focused = visitor.driver().switchTo().activeElement();
      if (controls.contains(focused)) {
        reached.add(focused);
        soft.assertThat(focused.getCssValue("outline-style"))
            .as(focused.getText())
            .isEqualTo("solid");
      }
    }
    // A group of radio buttons is one stop.
    controls.removeIf(control -> "radio".equals(control.getAttribute("type")));
    soft.assertThat(reached).containsAll(controls);
    soft.assertAll();
  }

  private static void checkWidth(SoftAssertions soft, String width) {
    soft.assertThat(
            run(
                "const page = document.documentElement; return page.scrollWidth - page.clientWidth"))
        .as("pixels that stick out, " + width)
        .isEqualTo(0L);
  }

  private static void checkColours(SoftAssertions soft, String width) {
    for (var scheme : List.of("light", "dark")) {
      prefer(scheme);
      soft.assertThat(Accessibility.violations(visitor)).as(width + ", " + scheme).isEmpty();
    }
  }

  /** What the console says beyond Chromium's own line about a document with an error's status. */
  private static List<String> complaints(Place place) {
    var expected = "Failed to load resource: the server responded with a status of ";
    return console().stream()
        .map(LogEntry::getMessage)
        .filter(m -> place.status() == 200 || !m.contains(" - " + expected + place.status()))
        .toList();
  }

  private static List<LogEntry> console() {
    return visitor.driver().manage().logs().get("browser").getAll();
  }

  private static Object run(String script) {
    return ((JavascriptExecutor) visitor.driver()).executeScript(script);
  }

  private static void prefer(String scheme) {
    var colours = Map.of("name", "prefers-color-scheme", "value", scheme);
    // Colours that change slowly would be measured on their way.
    var still = Map.of("name", "prefers-reduced-motion", "value", "reduce");
    tell("Emulation.setEmulatedMedia", Map.of("features", List.of(colours, still)));
    assertThat(run("return matchMedia('(prefers-color-scheme: " + scheme + ")').matches"))
        .isEqualTo(true);
  }

  private static void resize(Map<String, Object> size) {
    var metrics = new HashMap<>(size);
    metrics.put("deviceScaleFactor", 1);
    metrics.put("mobile", false);
    tell("Emulation.setDeviceMetricsOverride", metrics);
  }

  private static void tell(String command, Map<String, Object> parameters) {
    ((ChromeDriver) visitor.driver()).executeCdpCommand(command, parameters);
  }
}
