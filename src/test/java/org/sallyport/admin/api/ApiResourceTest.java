package org.sallyport.admin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.admin.api.access.Caller;
import org.sallyport.admin.api.json.Body;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.Injection;
import org.sallyport.testing.TestSettings;

/** {@code If-Match}, RFC 9110 §13.1.1. */
class ApiResourceTest {

  /** What is there. */
  public record Thing(String name) {}

  private static final Thing THING = new Thing("one");
  private static final String KNOWN = ApiResource.version(Body.write(THING));

  private final FakeRequest request = FakeRequest.to("/");

  @Test
  void theVersionThatIsThereIsKnownInAListOfAnyNumberOfLines() {
    request.header("If-Match", "\"other\", \"third\"").header("If-Match", " " + KNOWN);

    assertThat(refusal()).isNull();
  }

  @Test
  void aStarKnowsWhateverIsThere() {
    request.header("If-Match", " * ");

    assertThat(refusal()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "W/%s", "%s x", "*, \"other\"", "\"*\""})
  void anythingElseIsAnotherVersion(String sent) {
    request.header("If-Match", sent.formatted(KNOWN));

    assertThat(refusal()).isEqualTo(ApiError.STALE);
  }

  @Test
  void whoKnowsNoVersionIsAskedForOne() {
    assertThat(refusal()).isEqualTo(ApiError.UNCONDITIONAL);
    request.header("If-Match", "");
    assertThat(refusal()).isEqualTo(ApiError.UNCONDITIONAL);
  }

  private ApiError refusal() {
    var resource =
        Injection.into(
            new ApiResource() {},
            request.build(),
            TestSettings.server(TestSettings.HTTPS),
            new Caller());
    var refused = catchThrowableOfType(ApiProblem.class, () -> resource.requireKnown(THING));
    return refused == null ? null : refused.error();
  }
}
