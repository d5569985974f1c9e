package org.sallyport.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Headless Chromium with a profile of its own; the caller ends it with {@code quit()}. */
public final class Browser {

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");

  private boolean scripts = true;
  private boolean dark;
  private Dimension size = new Dimension(1280, 900);
  private String resolverRules = "";

  private Browser() {}

  /** A browser that runs no script. */
  public static WebDriver javaScriptOff() {
    return plain().withoutScripts().open();
  }

  /** A browser as most people have it. */
  public static WebDriver javaScriptOn() {
    return plain().open();
  }

  /** To be shaped further, then opened. */
  public static Browser plain() {
    return new Browser();
  }

  /** Runs no script. */
  public Browser withoutScripts() {
    scripts = false;
    return this;
  }

  /** Prefers dark colours. */
  public Browser inTheDark() {
    dark = true;
    return this;
  }

  /** With a window of this size, in CSS pixels. */
  public Browser sized(int width, int height) {
    size = new Dimension(width, height);
    return this;
  }

  /** Finds a host and port, such as `127.0.0.1:9090`, at this loopback port. */
  public Browser finding(String hostAndPort, int port) {
    resolverRules = "MAP " + hostAndPort + " 127.0.0.1:" + port;
    return this;
  }

  /** Starts it; its console is in `driver.manage().logs().get("browser")`. */
  public WebDriver open() {
    var binary = Programs.SHARED.browser();
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Programs.SHARED.driver().toFile())
            .usingAnyFreePort()
            .build();
    var driver = new ChromeDriver(service, options(binary));
    Runtime.getRuntime().addShutdownHook(new Thread(service::stop));
    driver.manage().window().setSize(size);
    return driver;
  }

  private ChromeOptions options(Path binary) {
    var options = new ChromeOptions();
    options.setBinary(binary.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--user-data-dir=" + profile());
    if (!resolverRules.isEmpty()) {
      options.addArguments("--host-resolver-rules=" + resolverRules);
    }
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
    if (dark) {
      options.addArguments("--force-dark-mode", "--blink-settings=preferredColorScheme=0");
    }
    if (!scripts) {
      var off = "profile.managed_default_content_settings.javascript";
      options.setExperimentalOption("prefs", Map.of(off, 2));
    }
    return options;
  }

  private static Path profile() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Container.project("target/browser")), "profile-");
    } catch (IOException e) {
      throw new IllegalStateException("no directory for a browser's profile", e);
    }
  }

  /** Where the programs are, found or installed once. */
  private record Programs(Path browser, Path driver) {

    static final Programs SHARED = find().orElseGet(Programs::install);

    private static Optional<Programs> find() {
      return BROWSERS.stream()
          .flatMap(name -> onPath(name).stream())
          .findFirst()
          .flatMap(browser -> onPath("chromedriver").map(driver -> new Programs(browser, driver)));
    }

    private static Programs install() {
      var error = Packages.install("chromium", "chromium-driver");
      return find()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "The browser tests need Chromium and its driver, and could not install them ("
                          + error
                          + "): install them so that `chromium` and `chromedriver` are on the PATH,"
                          + " on Debian with `apt-get install chromium chromium-driver`."));
    }

    private static Optional<Path> onPath(String name) {
      return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
          .map(directory -> Path.of(directory, name))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }
}
