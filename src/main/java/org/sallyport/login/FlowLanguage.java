package org.sallyport.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.stream.Stream;
import org.sallyport.web.words.Asked;
import org.sallyport.web.words.LanguageWish;

/** {@code ui_locales} of the authorize request, OpenID Connect Core 1.0 §3.1.2.1. */
@ApplicationScoped
public class FlowLanguage implements LanguageWish {

  private static final int MOST = 20;
  private static final int LONGEST = 35; // characters, RFC 5646 §4.4.1

  @Inject private Flows flows;

  @Override
  public Stage stage() {
    return Stage.REQUEST;
  }

  @Override
  public List<LanguageRange> of(HttpServletRequest request) {
    var sent = Asked.of(request);
    return sent.all("tx").stream()
        .findFirst()
        .flatMap(tx -> flows.open(tx, request))
        .map(Flow::request)
        .orElse(sent)
        .all("ui_locales")
        .stream()
        .flatMap(tags -> Stream.of(tags.split(" ")))
        .filter(tag -> tag.length() <= LONGEST)
        .limit(MOST)
        .flatMap(FlowLanguage::range)
        .toList();
  }

  /** What is no language is no error: the parameter is a wish. */
  private static Stream<LanguageRange> range(String tag) {
    try {
      return Stream.of(new LanguageRange(tag));
    } catch (IllegalArgumentException malformed) {
      return Stream.empty();
    }
  }
}
