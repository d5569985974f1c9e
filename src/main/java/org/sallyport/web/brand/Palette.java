package org.sallyport.web.brand;

import java.util.List;
import java.util.function.Predicate;

/** The accent colours of one scheme, made of one colour so that every text in them can be read. */
record Palette(
    Colour accent, Colour strong, Colour soft, Colour onAccent, Colour door, Colour glow) {

  /** WCAG 2.2 §1.4.3 asks for 4.5; the rest is for rounding. */
  private static final double ENOUGH = 4.6;

  private static final double STEP = 0.02;

  /** What the accent stands on, as tokens.css has it. */
  static final List<Colour> LIGHT = grounds("#ffffff", "#f5f4ef", "#f6f6f2");

  static final List<Colour> DARK = grounds("#171d1a", "#0e1311", "#1f2623");

  private static List<Colour> grounds(String... colours) {
    return List.of(colours).stream().map(Colour::parse).toList();
  }

  /** For light pages. */
  static Palette light(Colour wanted) {
    return of(wanted, LIGHT, Colour.BLACK);
  }

  /** For dark pages. */
  static Palette dark(Colour wanted) {
    return of(wanted, DARK, Colour.WHITE);
  }

  private static Palette of(Colour wanted, List<Colour> grounds, Colour away) {
    var surface = grounds.get(0);
    var accent = until(wanted, away, c -> grounds.stream().allMatch(g -> isReadable(c, g)));
    var soft = surface.mixed(accent, 0.1);
    var strong = until(accent.mixed(away, 0.25), away, colour -> isReadable(colour, soft));
    var back = away.equals(Colour.BLACK) ? Colour.WHITE : Colour.BLACK;
    return new Palette(
        accent, strong, soft, back, accent.mixed(back, 0.5), grounds.get(1).mixed(accent, 0.1));
  }

  private static Colour until(Colour wanted, Colour away, Predicate<Colour> good) {
    var colour = wanted;
    for (var share = STEP; !good.test(colour) && share <= 1; share += STEP) {
      colour = wanted.mixed(away, share);
    }
    return colour;
  }

  private static boolean isReadable(Colour colour, Colour ground) {
    return colour.contrast(ground) >= ENOUGH;
  }

  /** As custom properties of a style sheet. */
  String css() {
    return """
    :root {
      --accent: %s;
      --accent-strong: %s;
      --accent-soft: %s;
      --on-accent: %s;
      --door: %s;
      --glow: %s;
    }
    """
        .formatted(accent, strong, soft, onAccent, door, glow);
  }
}
