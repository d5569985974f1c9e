package org.sallyport.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Setting;

/** How the pages introduce themselves. */
public record BrandSettings(
    @Setting(
            key = "sallyport.brand.name",
            value = "Sallyport",
            text = "The name in the header and title of each page, at most 50 characters.")
        String name,
    @Setting(
            key = "sallyport.brand.logo",
            text =
                "An SVG or PNG file on this server, at most 100 KB, shown before the name in place"
                    + " of ours; it is read at the start.")
        Optional<String> logo,
    @Setting(
            key = "sallyport.brand.color",
            text =
                "The accent colour as #rrggbb; made darker or lighter where a text in it would be"
                    + " hard to read.")
        Optional<String> color) {

  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]{1,50}");
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final int LARGEST = 100 * 1024; // bytes
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  public BrandSettings {
    if (!NAME.matcher(name).matches()) {
      throw wrong("name", name, "is longer than 50 printable characters; write a shorter name");
    }
    if (color.filter(text -> !COLOR.matcher(text).matches()).isPresent()) {
      throw wrong("color", color.get(), "is no colour; write it like #0b6b57");
    }
    logo.ifPresent(BrandSettings::read);
  }

  /** The logo's bytes; empty without one. */
  public Optional<byte[]> logoBytes() {
    return logo.map(BrandSettings::read);
  }

  /** The media type of the logo. */
  public String logoType() {
    return logo.filter(BrandSettings::isSvg).isPresent() ? "image/svg+xml" : "image/png";
  }

  private static byte[] read(String file) {
    try (var in = Files.newInputStream(Path.of(file))) {
      var bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw wrong("logo", file, "is larger than 100 KB; give a smaller picture");
      } else if (!isPicture(file, bytes)) {
        throw wrong("logo", file, "is neither SVG nor PNG; give a file.svg or file.png");
      }
      return bytes;
    } catch (IOException | RuntimeException e) {
      if (e instanceof ConfigurationException known) {
        throw known;
      }
      throw wrong("logo", file, "cannot be read; give a readable file on this server");
    }
  }

  private static boolean isPicture(String file, byte[] bytes) {
    return isSvg(file)
        ? new String(bytes, StandardCharsets.UTF_8).contains("<svg")
        : Arrays.equals(PNG, Arrays.copyOf(bytes, PNG.length));
  }

  private static boolean isSvg(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".svg");
  }

  private static ConfigurationException wrong(String key, String value, String what) {
    return new ConfigurationException("sallyport.brand.%s: \"%s\" %s.".formatted(key, value, what));
  }
}
