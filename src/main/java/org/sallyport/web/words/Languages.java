package org.sallyport.web.words;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.MetadataContributor;

/** The language that a request is answered in: of those there are, the first that anyone wants. */
@ApplicationScoped
public class Languages implements MetadataContributor {

  private static final Logger LOG = System.getLogger(Languages.class.getName());
  private static final String ATTRIBUTE = Languages.class.getName();

  private List<LanguageWish> wishes;

  protected Languages() {}

  @Inject
  public Languages(@Any Instance<LanguageWish> wishes) {
    this.wishes = wishes.stream().sorted(comparing(LanguageWish::stage)).toList();
  }

  /** The language of a request and of all that it is forwarded to. */
  public Locale of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Locale known) {
      return known;
    }
    var found =
        wishes.stream()
            .map(wish -> best(wish, request))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(Words.ENGLISH);
    request.setAttribute(ATTRIBUTE, found);
    return found;
  }

  // RFC 4647 §3.4: de-CH finds de
  private static Locale best(LanguageWish wish, HttpServletRequest request) {
    try {
      return Locale.lookup(wish.of(request), Words.LANGUAGES);
    } catch (RuntimeException e) {
      // Without a database, a page that says so still has a language.
      LOG.log(Level.DEBUG, "a wish for a language cannot be read", e);
      return null;
    }
  }

  @Override
  public void contribute(JsonObjectBuilder metadata, String issuer) {
    var tags = Words.LANGUAGES.stream().map(Locale::toLanguageTag).toList();
    metadata.add("ui_locales_supported", Json.array(tags));
  }
}
