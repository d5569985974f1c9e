package org.sallyport.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.config.ServerSettings;
import org.sallyport.testing.Beans;
import org.sallyport.testing.FakePage;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.Injection;
import org.sallyport.testing.TestSettings;
import org.sallyport.web.Problem;

class ErrorPageTest {

  private static final Confidant NOBODY = request -> false;
  private static final Confidant EVERYBODY = request -> true;
  private static final Confidant UNABLE =
      request -> {
        throw new IllegalStateException("the database is away");
      };

  @Test
  void inProductionOnlyWhoIsTrustedSeesWhatWentWrong() {
    var production = TestSettings.server(TestSettings.HTTPS);
    assertThat(page(production, NOBODY).getDeveloper()).isNull();
    assertThat(page(production, UNABLE).getDeveloper()).isNull();
    assertThat(page(production, EVERYBODY).getDeveloper().error()).isEqualTo("invalid_request");
  }

  @Test
  void inDevelopmentEverybodySeesIt() {
    var development = TestSettings.server(TestSettings.LOOPBACK);
    assertThat(page(development, NOBODY).getDeveloper().error()).isEqualTo("invalid_request");
  }

  private static ErrorPage page(ServerSettings settings, Confidant confidant) {
    var fake = FakeRequest.to("/authorize");
    var request = fake.build();
    var developer = new Problem.Developer("invalid_request", "a reason", null, null, null);
    request.setAttribute(Problem.class.getName(), new Problem(400, "error.redirect", developer));
    return Injection.into(
        new ErrorPage(), request, new FakePage(fake), settings, Beans.<Confidant>of(confidant));
  }
}
