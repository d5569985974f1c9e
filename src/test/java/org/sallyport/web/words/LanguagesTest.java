package org.sallyport.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Beans;
import org.sallyport.testing.FakeRequest;

/** A request is answered in the first language that anyone wants and that there is. */
class LanguagesTest {

  private static final LanguageWish PERSON = wish(LanguageWish.Stage.PERSON, "x-none", "de");
  private static final LanguageWish REQUEST = wish(LanguageWish.Stage.REQUEST, "fr", "ar-EG");
  private static final LanguageWish NOBODY = wish(LanguageWish.Stage.REQUEST);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|de",
        "de-CH-1996|de",
        "fr, ar;q=0.8, de;q=0.9|de",
        "ar-EG, de;q=0.3|ar",
        "fr|en",
        "de;q=0, ar|ar",
        "*, de|de",
        "en, de|en",
      })
  void theBrowsersBestLanguageThatThereIsWins(String header, String language) {
    assertThat(languages().of(browser(header))).hasToString(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "de;q=x", "de;q=7", "<script>", "d\u0000e", "ä"})
  void whatIsNoListOfLanguagesIsEnglish(String header) {
    assertThat(languages().of(browser(header))).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void aListThatIsTooLongIsNotRead() {
    assertThat(languages().of(browser("de," + "fr,".repeat(400) + "de"))).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void withoutAnyWishItIsEnglish() {
    assertThat(languages().of(FakeRequest.to("/").build())).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void theRequestIsHeardBeforeThePersonAndThePersonBeforeTheBrowser() {
    assertThat(languages(PERSON, REQUEST).of(browser("en"))).hasToString("ar");
    assertThat(languages(PERSON, NOBODY).of(browser("en"))).hasToString("de");
  }

  @Test
  void aWishThatCannotBeReadIsPassedOver() {
    var broken =
        new LanguageWish() {
          @Override
          public Stage stage() {
            return Stage.PERSON;
          }

          @Override
          public List<LanguageRange> of(HttpServletRequest request) {
            throw new IllegalStateException("the database is away");
          }
        };
    assertThat(languages(broken).of(browser("de"))).hasToString("de");
  }

  @Test
  void aRequestKeepsItsLanguageWhereverItIsForwarded() {
    var request = FakeRequest.to("/").header("Accept-Language", "de").build();
    languages().of(request);
    assertThat(languages(REQUEST).of(request)).hasToString("de");
  }

  private static HttpServletRequest browser(String header) {
    return FakeRequest.to("/").header("Accept-Language", header).build();
  }

  private static Languages languages(LanguageWish... others) {
    var all = new ArrayList<LanguageWish>(List.of(others));
    all.add(new BrowserLanguage());
    return new Languages(Beans.of(all.toArray(LanguageWish[]::new)));
  }

  private static LanguageWish wish(LanguageWish.Stage stage, String... tags) {
    return new LanguageWish() {
      @Override
      public Stage stage() {
        return stage;
      }

      @Override
      public List<LanguageRange> of(HttpServletRequest request) {
        return List.of(tags).stream().map(LanguageRange::new).toList();
      }
    };
  }
}
