package org.sallyport.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sallyport.web.words.CurrentLanguage;

class FailureTest {

  @AfterEach
  void forget() {
    CurrentLanguage.forget();
  }

  @Test
  void itSpeaksTheLanguageOfThePage() {
    CurrentLanguage.choose(Locale.GERMAN);
    assertThat(Failure.of("grants", "clients.grants.wrong").text())
        .isEqualTo("Wählen Sie mindestens einen Grant.");
    assertThat(Failure.of("a", "clients.deleting", "App").text()).isEqualTo("App löschen?");
  }

  @Test
  void withoutAPageItIsEnglish() {
    assertThat(Failure.of("grants", "clients.grants.wrong").text())
        .isEqualTo("Choose at least one grant.");
  }
}
