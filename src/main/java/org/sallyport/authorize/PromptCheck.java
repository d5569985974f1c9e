package org.sallyport.authorize;

import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;
import org.sallyport.login.Prompts;

/** {@code prompt} and {@code max_age}, OpenID Connect Core 1.0 §3.1.2.1. */
@ApplicationScoped
public class PromptCheck implements AuthorizeCheck {

  private static final Set<String> PROMPTS = Set.of("none", "login", "consent");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  @Override
  public Stage stage() {
    return Stage.LOGIN;
  }

  @Override
  public void check(AuthorizeRequest request) {
    var prompts = Set.copyOf(Prompts.of(request.flow()));
    if (!PROMPTS.containsAll(prompts) || (prompts.contains("none") && prompts.size() > 1)) {
      throw INVALID_REQUEST.because("prompt must be none, or of login and consent");
    }
    if (request.parameters().find("max_age").filter(a -> !isSeconds(a)).isPresent()) {
      throw INVALID_REQUEST.because("max_age must be a number of seconds");
    }
  }

  private static boolean isSeconds(String text) {
    return SECONDS.matcher(text).matches();
  }
}
