package org.sallyport.testing;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** What a person's browser shows, or where it was sent away to. */
public record Page(URI address, Answer answer) {

  private static final Pattern FORM = Pattern.compile("(?s)<form\\b[^>]*>.*?</form>");

  /** Whether there is a button or field of this name. */
  public boolean has(String name) {
    return forms().stream().anyMatch(form -> form.has(name));
  }

  /** The form with a button or field of this name. */
  public PageForm form(String name) {
    return forms().stream()
        .filter(form -> form.has(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " at " + address + ": " + answer));
  }

  /** The value of a field. */
  public String value(String name) {
    return form(name).value(name);
  }

  public int status() {
    return answer.status();
  }

  /** The page's words and markup. */
  public String body() {
    return answer.body();
  }

  private List<PageForm> forms() {
    return FORM.matcher(answer.body()).results().map(hit -> new PageForm(hit.group())).toList();
  }
}
