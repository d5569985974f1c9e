package org.sallyport.authorize;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.sallyport.oauth.OAuthError.UNSUPPORTED_RESPONSE_TYPE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.config.GrantSettings;
import org.sallyport.oauth.OAuthException;

/** The response types whose grants are served; two beans for one name stop the first request. */
@ApplicationScoped
public class ResponseTypes {

  private Map<String, ResponseType> byName;

  protected ResponseTypes() {}

  @Inject
  public ResponseTypes(@Any Instance<ResponseType> types, GrantSettings settings) {
    byName =
        types.stream()
            .filter(type -> settings.isOn(type.grant()))
            .collect(toMap(ResponseType::name, identity()));
  }

  /** Their names, for the metadata. */
  List<String> names() {
    return byName.keySet().stream().sorted().toList();
  }

  /** Where their answers may be, for the metadata. */
  List<String> modes() {
    return Stream.concat(
            Stream.of(ResponseType.QUERY), byName.values().stream().map(ResponseType::mode))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The type that a request asks for.
   *
   * @throws OAuthException {@code unsupported_response_type} when it is not served
   */
  ResponseType of(AuthorizeRequest request) {
    return Optional.ofNullable(byName.get(request.parameters().require("response_type")))
        .orElseThrow(() -> UNSUPPORTED_RESPONSE_TYPE.because("this response type is not served"));
  }

  /** Where the answer goes, also that of a request with faults: RFC 6749 §4.1.2.1, §4.2.2.1. */
  String modeOf(AuthorizeRequest request) {
    var sent = request.parameters().all("response_type");
    return sent.size() == 1 && byName.containsKey(sent.get(0))
        ? byName.get(sent.get(0)).mode()
        : ResponseType.QUERY;
  }
}
