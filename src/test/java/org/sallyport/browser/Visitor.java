package org.sallyport.browser;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.sallyport.testing.Server;

/** A person in front of a browser. */
final class Visitor implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final WebDriver driver;
  private final Server server;

  Visitor(WebDriver driver, Server server) {
    this.driver = driver;
    this.server = server;
  }

  WebDriver driver() {
    return driver;
  }

  void open(URI url) {
    driver.get(url.toString());
  }

  /** A page of the server, by its path. */
  void open(String path) {
    open(server.issuer().resolve(path));
  }

  String title() {
    return driver.getTitle();
  }

  String heading() {
    return text("h1");
  }

  String text(String css) {
    return find(css).getText();
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> findAll(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  URI address() {
    return URI.create(driver.getCurrentUrl());
  }

  /** Types into an empty field. */
  void type(String id, String text) {
    var field = find("#" + id);
    field.clear();
    field.sendKeys(text);
  }

  /** Opens what is folded, and waits until it can be seen. */
  void unfold(String css) {
    new WebDriverWait(driver, PATIENCE)
        .until(
            page -> {
              if (find(css).getAttribute("open") == null) {
                find(css + " > summary").click();
              }
              return find(css + " > summary + *").isDisplayed();
            });
  }

  /** Presses a button or link, and waits for the page that it leads to. */
  void press(String css) {
    leaving(find(css), () -> find(css).click());
  }

  void pressTwice(String css) {
    var target = find(css);
    leaving(target, () -> new Actions(driver).doubleClick(target).perform());
  }

  /** Does what leads away from the page of an element, and waits for that. */
  void leaving(WebElement element, Runnable act) {
    act.run();
    new WebDriverWait(driver, PATIENCE).until(page -> isGone(element));
  }

  /** Chromium has several ways to say that an element belongs to a page that was left. */
  private static boolean isGone(WebElement element) {
    try {
      element.isEnabled();
      return false;
    } catch (WebDriverException e) {
      return true;
    }
  }

  /** Fills in the login form of the page. */
  void signIn(String username, String password) {
    type("username", username);
    type("password", password);
    press("#login");
  }

  /** Fills in the login form as one of the demo's people. */
  void signIn(String username) {
    signIn(username, username + "-in-demo-land");
  }

  /** Changes a hidden field, as another site's form would have it; needs JavaScript. */
  void forge(String name, String value) {
    var script = "document.querySelector('[name=' + arguments[0] + ']').value = arguments[1]";
    ((JavascriptExecutor) driver).executeScript(script, name, value);
  }

  /** Waits for a page by its English title; in another language it is there as soon as any is. */
  void awaitTitle(String title) {
    new WebDriverWait(driver, PATIENCE)
        .until(
            page ->
                title.equals(page.getTitle()) || !find("html").getAttribute("lang").equals("en"));
  }

  void back() {
    var old = find("body");
    leaving(old, () -> driver.navigate().back());
  }

  void reload() {
    driver.navigate().refresh();
  }

  /** A browser that was never here: no cookie is left. */
  void forget() {
    tell("Network.clearBrowserCookies", Map.of());
  }

  /** Likes its pages light or dark from now on, and nothing that moves. */
  void prefer(String scheme) {
    var colours = Map.of("name", "prefers-color-scheme", "value", scheme);
    // Colours that change slowly would be measured on their way.
    var still = Map.of("name", "prefers-reduced-motion", "value", "reduce");
    tell("Emulation.setEmulatedMedia", Map.of("features", List.of(colours, still)));
    var script = "return matchMedia('(prefers-color-scheme: " + scheme + ")').matches";
    if (!Boolean.TRUE.equals(((JavascriptExecutor) driver).executeScript(script))) {
      throw new IllegalStateException("the browser does not show what is " + scheme);
    }
  }

  /** A command of the Chrome DevTools Protocol. */
  void tell(String command, Map<String, Object> parameters) {
    ((ChromeDriver) driver).executeCdpCommand(command, parameters);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
