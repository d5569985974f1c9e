package org.sallyport.web.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Whatever colour a deployer likes, the text in it can be read (WCAG 2.2 §1.4.3). */
class PaletteTest {

  private static final double AA = 4.5;

  @Test
  void everyColourGivesReadableText() {
    var soft = new SoftAssertions();
    for (var red = 0; red < 256; red += 51) {
      for (var green = 0; green < 256; green += 51) {
        for (var blue = 0; blue < 256; blue += 51) {
          var colour = new Colour(red, green, blue);
          check(soft, colour + " light", Palette.light(colour), Palette.LIGHT);
          check(soft, colour + " dark", Palette.dark(colour), Palette.DARK);
        }
      }
    }
    soft.assertAll();
  }

  @Test
  void aColourThatIsGoodAlreadyStays() {
    assertThat(Palette.light(Colour.parse("#7a1fa2")).accent()).hasToString("#7a1fa2");
  }

  @Test
  void contrastIsThatOfWcag() {
    assertThat(Colour.WHITE.contrast(Colour.BLACK)).isEqualTo(21);
    assertThat(Colour.parse("#777777").contrast(Colour.WHITE)).isBetween(4.47, 4.49);
  }

  private static void check(SoftAssertions soft, String what, Palette made, List<Colour> grounds) {
    grounds.forEach(
        ground -> soft.assertThat(made.accent().contrast(ground)).as(what).isGreaterThan(AA));
    soft.assertThat(made.strong().contrast(made.soft())).as(what).isGreaterThan(AA);
    soft.assertThat(made.onAccent().contrast(made.accent())).as(what).isGreaterThan(AA);
    soft.assertThat(made.onAccent().contrast(made.strong())).as(what).isGreaterThan(AA);
  }
}
