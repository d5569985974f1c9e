package org.sallyport.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.FormDecoder;

class ResponseLocationTest {

  @Test
  void theAnswerFollowsTheRedirectUri() {
    var answer = new LinkedHashMap<String, String>();
    answer.put("code", "abc");
    answer.put("state", "x y");

    assertThat(ResponseLocation.of("https://app.example/cb", ResponseType.QUERY, answer))
        .isEqualTo("https://app.example/cb?code=abc&state=x+y");
  }

  @Test
  void aQueryThatIsThereIsKept() {
    assertThat(
            ResponseLocation.of(
                "https://app.example/cb?a=b", ResponseType.QUERY, Map.of("code", "c")))
        .isEqualTo("https://app.example/cb?a=b&code=c");
  }

  @Test
  void S24_noStateLeavesItsParameter() {
    var state = "\r\nSet-Cookie: a=b&code=evil#x\"<>ä😀%00";
    var location =
        ResponseLocation.of("https://app.example/cb", ResponseType.QUERY, Map.of("state", state));

    assertThat(location).matches("[\\x21-\\x7E]+").doesNotContain("#");
    assertThat(FormDecoder.parse(URI.create(location).getRawQuery()).asMap())
        .containsOnlyKeys("state");
    assertThat(FormDecoder.parse(URI.create(location).getRawQuery()).require("state"))
        .isEqualTo(state);
  }

  @Test
  void aFragmentHasNoPartInTheQuery() {
    var location =
        ResponseLocation.of("https://app.example/cb?a=b", ResponseType.FRAGMENT, Map.of("c", "d"));
    assertThat(location).isEqualTo("https://app.example/cb?a=b#c=d");
  }
}
