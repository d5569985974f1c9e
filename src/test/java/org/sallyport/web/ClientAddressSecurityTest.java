package org.sallyport.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.config.ServerSettings;

/** S18: nobody chooses the address under which failures are counted. */
class ClientAddressSecurityTest {

  private static final String PROXY = "192.0.2.10";

  private final ClientAddress addresses =
      new ClientAddress(
          new ServerSettings(
              "http://localhost:8080",
              false,
              false,
              Path.of("data"),
              "update",
              List.of(PROXY, "192.0.2.11")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.7                                          | 203.0.113.7",
        "9.9.9.9, 203.0.113.7                                 | 203.0.113.7",
        "9.9.9.9, 203.0.113.7, 192.0.2.11                     | 203.0.113.7",
        "203.0.113.7, nonsense                                | 192.0.2.10"
      })
  void theLastHopThatIsNoProxyIsTheClient(String header, String client) {
    assertThat(addresses.of(request(PROXY, Map.of("X-Forwarded-For", header)))).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "for=203.0.113.7                                      | 203.0.113.7",
        "for=203.0.113.7:4711;proto=https                     | 203.0.113.7",
        "For=\"[2001:db8::1]:4711\"                         | 2001:db8::1",
        "for=9.9.9.9, for=203.0.113.7;host=id.example         | 203.0.113.7",
        "for=203.0.113.7;host=for=9.9.9.9                     | 203.0.113.7",
        "for=203.0.113.7;host=\"x;for=9.9.9.9\"             | 203.0.113.7",
        "for=203.0.113.7, for=_hidden                         | 192.0.2.10"
      })
  void S18_aHostNameDoesNotPassForAHop(String header, String client) {
    assertThat(addresses.of(request(PROXY, Map.of("Forwarded", header)))).isEqualTo(client);
  }

  @Test
  void S18_whereTheTwoHeadersDifferNeitherIsBelieved() {
    var headers = Map.of("Forwarded", "for=203.0.113.7", "X-Forwarded-For", "9.9.9.9");

    assertThat(addresses.of(request(PROXY, headers))).isEqualTo(PROXY);
  }

  @Test
  void S18_aStrangersHeadersAreNotRead() {
    var headers = Map.of("Forwarded", "for=9.9.9.9", "X-Forwarded-For", "9.9.9.9");

    assertThat(addresses.of(request("203.0.113.7", headers))).isEqualTo("203.0.113.7");
  }

  private static HttpServletRequest request(String peer, Map<String, String> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ClientAddressSecurityTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> peer;
                  case "getHeaders" -> {
                    var value = headers.get((String) arguments[0]);
                    yield Collections.enumeration(value == null ? List.of() : List.of(value));
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
