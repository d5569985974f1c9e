package org.sallyport.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sallyport.web.Crowd;
import org.sallyport.web.words.BrowserLanguage;
import org.sallyport.web.words.Words;

/**
 * What a form is answered with where there is no room for it, 503 with {@code Retry-After} (RFC
 * 9110 §15.6.4): written without Faces and without the database, so that a crowd costs little.
 */
final class BusyPage {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%1$s" dir="%2$s">
      <head>
      <meta charset="UTF-8"/>
      <title>%3$s</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="robots" content="noindex"/>
      <meta name="color-scheme" content="light dark"/>
      <link rel="stylesheet" href="/jakarta.faces.resource/tokens.css"/>
      <link rel="stylesheet" href="/jakarta.faces.resource/sallyport.css"/>
      </head>
      <body class="cards">
      <main id="main" class="card">
      <h1>%3$s</h1>
      <p class="lead">%4$s</p>
      </main>
      </body>
      </html>
      """;

  /** Ready bytes: in a crowd even the words would be looked up hundreds of times at once. */
  private static final Map<Locale, byte[]> PAGES =
      Words.LANGUAGES.stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), BusyPage::page));

  private BusyPage() {}

  private static byte[] page(Locale language) {
    var words = new Words(language);
    return PAGE.formatted(
            language.toLanguageTag(),
            words.get("page.direction"),
            words.get("error.busy"),
            words.get("error.busy.text"))
        .getBytes(UTF_8);
  }

  static void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var wanted = Locale.lookup(new BrowserLanguage().of(request), Words.LANGUAGES);
    var page = PAGES.get(Objects.requireNonNullElse(wanted, Locale.ENGLISH));
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", Long.toString(Crowd.PATIENCE.toSeconds()));
    response.setHeader("Vary", "Accept-Language");
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}
