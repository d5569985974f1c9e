package org.sallyport.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublicDocumentTest {

  private final PublicDocument document = new PublicDocument("{\"ä\":1}");

  @Test
  void itIsTheTextInUtf8() {
    assertThat(document.bytes()).isEqualTo("{\"ä\":1}".getBytes(UTF_8));
  }

  @Test
  void nobodyCanAlterIt() {
    document.bytes()[0] = 'x';

    assertThat(document.bytes()[0]).isEqualTo((byte) '{');
  }

  @Test
  void itsTagIsQuotedAndFollowsTheContent() {
    assertThat(document.tag()).startsWith("\"").endsWith("\"").hasSize(45);
    assertThat(new PublicDocument("{\"ä\":1}").tag()).isEqualTo(document.tag());
    assertThat(new PublicDocument("{}").tag()).isNotEqualTo(document.tag());
  }

  @Test
  void whoHasItIsKnownByItsTag() {
    assertThat(document.isKnownBy(document.tag())).isTrue();
    assertThat(document.isKnownBy("\"other\", W/" + document.tag())).isTrue();
    assertThat(document.isKnownBy(" * ")).isTrue();
    assertThat(document.isKnownBy("\"other\"")).isFalse();
    assertThat(document.isKnownBy(null)).isFalse();
  }
}
