package org.sallyport.web.brand;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sallyport.config.BrandSettings;
import org.sallyport.oauth.Digest;

/** The name, logo and colour of the pages. */
@Named
@ApplicationScoped
public class Brand {

  private static final int ENOUGH = 16; // characters of a digest

  private BrandSettings settings;
  private Optional<byte[]> logo;

  protected Brand() {}

  @Inject
  public Brand(BrandSettings settings) {
    this.settings = settings;
    this.logo = settings.logoBytes();
  }

  public String getName() {
    return settings.name();
  }

  /** The path of the logo, which changes with it; null without one. */
  public String getLogo() {
    return logo.map(bytes -> "/brand/logo?v=" + version(bytes)).orElse(null);
  }

  /** The path of the style sheet, which changes with it; null where the colour is ours. */
  public String getStyle() {
    return style().map(css -> "/brand/colours.css?v=" + version(css.getBytes(UTF_8))).orElse(null);
  }

  private static String version(byte[] content) {
    return Digest.of(new String(content, UTF_8)).value().substring(0, ENOUGH);
  }

  Optional<byte[]> logo() {
    return logo;
  }

  String logoType() {
    return settings.logoType();
  }

  Optional<String> style() {
    return settings
        .color()
        .map(Colour::parse)
        .map(
            colour ->
                Palette.light(colour).css()
                    + "@media (prefers-color-scheme: dark) {\n"
                    + Palette.dark(colour).css()
                    + "}\n");
  }
}
