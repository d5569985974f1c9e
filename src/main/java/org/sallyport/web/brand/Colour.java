package org.sallyport.web.brand;

/** A colour of the sRGB space, each part 0 to 255. */
record Colour(int red, int green, int blue) {

  static final Colour WHITE = new Colour(255, 255, 255);
  static final Colour BLACK = new Colour(0, 0, 0);

  /** Reads {@code #rrggbb}. */
  static Colour parse(String text) {
    var all = Integer.parseInt(text.substring(1), 16);
    return new Colour(all >> 16, all >> 8 & 255, all & 255);
  }

  /** This colour with a share, 0 to 1, of another in it. */
  Colour mixed(Colour other, double share) {
    return new Colour(
        part(red, other.red, share),
        part(green, other.green, share),
        part(blue, other.blue, share));
  }

  private static int part(int own, int other, double share) {
    return (int) Math.round(own + (other - own) * share);
  }

  /** The contrast of both, 1 to 21, WCAG 2.2, "contrast ratio". */
  double contrast(Colour other) {
    var lighter = Math.max(luminance(), other.luminance());
    var darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  // WCAG 2.2, "relative luminance"
  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int part) {
    var value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @Override
  public String toString() {
    return "#%02x%02x%02x".formatted(red, green, blue);
  }
}
