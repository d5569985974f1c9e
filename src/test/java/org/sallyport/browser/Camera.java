package org.sallyport.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Takes a picture of every page into `target/screens`, or the directory that `sallyport.screens`
 * names.
 */
final class Camera {

  private static final Path ALBUM =
      Path.of(System.getProperty("sallyport.screens", "target/screens"));

  private static final String SIZE = "cssContentSize";

  private final ChromeDriver driver;

  Camera(ChromeDriver driver) {
    this.driver = driver;
  }

  /** The whole page, however long. */
  void take(Place place, String look) {
    var whole = (Map<?, ?>) driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).get(SIZE);
    var clip = new HashMap<String, Object>(Map.of("scale", 1));
    // Asked for more than there is, Chromium moves a page that reads from right to left.
    var isLong =
        ((Number) whole.get("height")).intValue()
            > ((Number) driver.executeScript("return innerHeight")).intValue();
    whole.forEach((name, value) -> clip.put(name.toString(), value));
    var answer =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of("format", "webp", "quality", 60, "captureBeyondViewport", isLong, "clip", clip));
    var name = place.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + look + ".webp";
    try {
      Files.createDirectories(ALBUM);
      Files.write(ALBUM.resolve(name), Base64.getDecoder().decode((String) answer.get("data")));
    } catch (IOException e) {
      throw new IllegalStateException("the picture cannot be kept", e);
    }
  }
}
