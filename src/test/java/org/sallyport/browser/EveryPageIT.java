package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
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
@TestMethodOrder(OrderAnnotation.class)
class EveryPageIT {

  private static final Server SERVER = Server.shared();
  private static final Path WEBAPP = Path.of("webapp");
  private static final Map<String, Object> WIDE = Map.of("width", 1280, "height", 900);

  /** CSS pixels, WCAG 2.2 §1.4.10. */
  private static final Map<String, Object> NARROW = Map.of("width", 320, "height", 700);

  private static final Set<String> SEEN = new TreeSet<>();
  private static Visitor visitor;
  private static Application application;
  private static Camera camera;

  @BeforeAll
  static void openBrowser() {
    visitor = new Visitor(Browser.javaScriptOn(), SERVER);
    visitor.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(120));
    application = Application.web(SERVER);
    camera = new Camera((ChromeDriver) visitor.driver());
  }

  @AfterAll
  static void closeBrowser() {
    application.close();
    visitor.close();
  }

  @ParameterizedTest
  @EnumSource
  @Order(1)
  void everyPageIsReadableUsableAndQuiet(Place place) {
    resize(WIDE);
    visitor.prefer("light");
    speak("en");
    visitor.forget();
    console();
    place.enter(visitor, application);
    visitor.awaitTitle(place.title());
    SEEN.add(view());
    var soft = new SoftAssertions();
    soft.assertThat(complaints()).as("console").isEmpty();
    soft.assertThat(visitor.find("html").getAttribute("lang")).isEqualTo("en");
    soft.assertThat(visitor.findAll("h1")).hasSize(1);
    soft.assertThat(status()).as("status").isEqualTo(place.status());
    camera.take(place, "light");
    soft.assertThat(Accessibility.violations(visitor)).as("light").isEmpty();
    visitor.prefer("dark");
    camera.take(place, "dark");
    soft.assertThat(Accessibility.violationsOfColours(visitor)).as("dark").isEmpty();
    checkWidth(soft, "wide");
    resize(NARROW);
    checkWidth(soft, "narrow");
    soft.assertThat(Accessibility.violations(visitor)).as("narrow, dark").isEmpty();
    visitor.prefer("light");
    camera.take(place, "narrow");
    soft.assertAll();
  }

  /** What went wrong or was done on a page is a message above it, which has no side of its own. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_NONE,
      names = {
        ".*_REFUSED",
        ".*_(FAILED|THROTTLED|FORM|UNKNOWN|OFF)",
        "(MALFORMED|UNKNOWN|EXPIRED).*",
        ".*_(CREATED|DELETED|DISCONNECTED|DONE|ADDED|RESET)"
      })
  @Order(2)
  void everyPageIsTheSameInTheOtherLanguages(Place place) {
    resize(WIDE);
    visitor.prefer("light");
    speak("ar");
    visitor.forget();
    console();
    place.enter(visitor, application);
    var soft = new SoftAssertions();
    checkLanguage(soft, "ar", "rtl");
    camera.take(place, "rtl");
    checkReading(soft);
    speak("de");
    visitor.open(visitor.address());
    checkLanguage(soft, "de", "ltr");
    checkReading(soft);
    speak("en");
    soft.assertAll();
  }

  @Test
  @Order(3)
  void noPageOfTheWebAppIsForgotten() throws IOException {
    try (var files = Files.walk(WEBAPP)) {
      var views =
          files
              .filter(file -> file.toString().endsWith(".xhtml"))
              .map(file -> WEBAPP.relativize(file).toString().replace(".xhtml", ""))
              .filter(view -> !view.startsWith("WEB-INF"))
              .toList();
      assertThat(SEEN).containsExactlyInAnyOrderElementsOf(views);
    }
  }

  /** The page that answers; what is none of ours is the error page. */
  private static String view() {
    var path = visitor.address().getPath().substring(1);
    var view = path.isEmpty() ? "index" : path;
    return Files.exists(WEBAPP.resolve(view + ".xhtml")) ? view : "error";
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "LOGIN",
        "CONSENT",
        "DEVICE_CODE",
        "DEVICE",
        "CLIENTS",
        "CLIENTS_ON_PAGES",
        "USERS",
        "USER",
        "ACCOUNT",
        "ACCOUNT_PASSWORD",
        "SCOPES",
        "CLIENT_NEW",
        "CLIENT_EDIT",
        "NOT_FOUND"
      })
  void theKeyboardReachesEveryControlVisibly(Place place) {
    resize(WIDE);
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

  private static void checkLanguage(SoftAssertions soft, String language, String direction) {
    var page = visitor.find("html");
    soft.assertThat(page.getAttribute("lang")).isEqualTo(language);
    soft.assertThat(page.getAttribute("dir")).isEqualTo(direction);
  }

  /** Wide first, and left as it was. */
  private static void checkReading(SoftAssertions soft) {
    var language = visitor.find("html").getAttribute("lang");
    soft.assertThat(complaints()).as("console, " + language).isEmpty();
    soft.assertThat(visitor.findAll("h1")).as(language).hasSize(1);
    checkWidth(soft, language + ", wide");
    resize(NARROW);
    checkWidth(soft, language + ", narrow");
    soft.assertThat(Accessibility.violations(visitor)).as(language + ", narrow").isEmpty();
    resize(WIDE);
  }

  private static long status() {
    return (Long) run("return performance.getEntriesByType('navigation')[0].responseStatus");
  }

  /** What the console says beyond Chromium's own line about a document with an error's status. */
  private static List<String> complaints() {
    var status = status();
    var expected = "Failed to load resource: the server responded with a status of ";
    return console().stream()
        .map(LogEntry::getMessage)
        .filter(m -> status == 200 || !m.contains(" - " + expected + status))
        .toList();
  }

  private static List<LogEntry> console() {
    return visitor.driver().manage().logs().get("browser").getAll();
  }

  private static Object run(String script) {
    return ((JavascriptExecutor) visitor.driver()).executeScript(script);
  }

  private static void speak(String language) {
    visitor.tell("Network.enable", Map.of());
    visitor.tell(
        "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
  }

  private static void resize(Map<String, Object> size) {
    var metrics = new HashMap<>(size);
    metrics.put("deviceScaleFactor", 1);
    metrics.put("mobile", false);
    visitor.tell("Emulation.setDeviceMetricsOverride", metrics);
  }
}
