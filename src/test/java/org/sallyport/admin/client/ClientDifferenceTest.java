package org.sallyport.admin.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientDifferenceTest {

  private static final Map<String, String> BEFORE = Map.of("name", "Till", "scopes", "read");

  @Test
  void whatOnlyOthersChangedIsTaken() {
    var differences =
        ClientDifference.between(BEFORE, Map.of("name", "Desk", "scopes", "read"), BEFORE);

    assertThat(differences)
        .containsExactly(new ClientDifference("name", "Till", "Desk", "Till", false));
  }

  @Test
  void whatBothChangedIsKeptAsTyped() {
    var theirs = Map.of("name", "Desk", "scopes", "read");
    var yours = Map.of("name", "Bar", "scopes", "read");

    assertThat(ClientDifference.between(BEFORE, theirs, yours))
        .containsExactly(new ClientDifference("name", "Till", "Desk", "Bar", true));
  }

  @Test
  void whatOnlyYouChangedOrBothInTheSameWayIsNoDifference() {
    var both = Map.of("name", "Desk", "scopes", "read");
    var yours = Map.of("name", "Desk", "scopes", "read write");

    assertThat(ClientDifference.between(BEFORE, both, yours)).isEmpty();
    assertThat(ClientDifference.between(BEFORE, BEFORE, yours)).isEmpty();
  }

  @Test
  void aFormCarriesWhatItBeganWith() {
    assertThat(ClientDifference.read(ClientDifference.write(BEFORE))).isEqualTo(BEFORE);
  }

  @Test
  void aBrokenOrForgedBeginningIsNone() {
    assertThat(ClientDifference.read("")).isEmpty();
    assertThat(ClientDifference.read("[]")).isEmpty();
    assertThat(ClientDifference.read("{\"name\":")).isEmpty();
    assertThat(ClientDifference.read("{\"name\":1,\"scopes\":\"read\"}"))
        .isEqualTo(Map.of("scopes", "read"));
  }
}
