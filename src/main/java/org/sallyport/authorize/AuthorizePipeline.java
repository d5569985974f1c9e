package org.sallyport.authorize;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sallyport.login.Login;
import org.sallyport.oauth.OAuthException;

/** All checks and steps, in the order of their stages. */
@ApplicationScoped
public class AuthorizePipeline {

  private List<AuthorizeCheck> checks;
  private List<InteractionStep> steps;

  protected AuthorizePipeline() {}

  @Inject
  public AuthorizePipeline(
      @Any Instance<AuthorizeCheck> checks, @Any Instance<InteractionStep> steps) {
    this.checks = checks.stream().sorted(comparing(AuthorizeCheck::stage)).toList();
    this.steps = steps.stream().sorted(comparing(InteractionStep::stage)).toList();
  }

  /**
   * Makes every check.
   *
   * @throws OAuthException when one fails
   */
  void check(AuthorizeRequest request) {
    checks.forEach(check -> check.check(request));
  }

  /**
   * The page that the person must see next; empty when nothing is left to do.
   *
   * @throws OAuthException when the request allows no page
   */
  Optional<String> nextPage(AuthorizeRequest request, Optional<Login> login) {
    for (var step : steps) {
      if (step.isNeeded(request, login)) {
        if (request.isSilent()) {
          throw step.refusal();
        }
        return Optional.of(step.page());
      }
    }
    return Optional.empty();
  }
}
