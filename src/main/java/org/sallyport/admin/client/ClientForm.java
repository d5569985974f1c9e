package org.sallyport.admin.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.client.ClientLifetimes;
import org.sallyport.client.ClientOptions;
import org.sallyport.client.ClientType;
import org.sallyport.client.NewClient;
import org.sallyport.client.ResponseProfile;
import org.sallyport.client.redirect.RedirectRules;
import org.sallyport.config.source.Durations;
import org.sallyport.oauth.Scopes;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/** What an administrator types of a client: texts by the names of their fields. */
public class ClientForm {

  private static final List<String> CHECKED =
      Stream.concat(
              Stream.of("grant_types", "scopes", "may_introspect"), ClientOptions.RISKS.stream())
          .toList();

  private final Map<String, String> fields;

  private ClientForm(Map<String, String> fields) {
    this.fields = new LinkedHashMap<>(fields);
  }

  /** The form for a new client of a type, which may have these scopes to begin with. */
  static ClientForm of(ClientType type, Scopes scopes) {
    var form = new ClientForm(ClientOptions.NONE.fields());
    form.fields.put("token_format", "jwt");
    form.fields.put("grant_types", String.join(" ", type.grantTypes()));
    form.fields.put("scopes", type == ClientType.API ? "" : scopes.toString());
    form.fields.put("may_introspect", type == ClientType.API ? "true" : "");
    return form;
  }

  /** A form before its client is known. */
  static ClientForm empty() {
    return new ClientForm(Map.of());
  }

  /** The form that changes what is registered. */
  static ClientForm of(NewClient registered) {
    return new ClientForm(registered.fields());
  }

  /** The fields by their names, for the page. */
  public Map<String, String> getFields() {
    return fields;
  }

  String text(String field) {
    var text = fields.get(field);
    return text == null ? "" : text.strip();
  }

  void set(String field, String text) {
    fields.put(field, text);
  }

  /** Takes the boxes that are ticked; one that is not sends nothing. */
  void readBoxes(CurrentPage page) {
    CHECKED.forEach(name -> fields.put(name, String.join(" ", page.parameters(name))));
  }

  /** What it asks for; whether that may be is for the rules. */
  NewClient wanted(String id, ClientType type) {
    return new NewClient(
        id,
        text("name"),
        find("publisher"),
        type,
        words("grant_types"),
        words("redirect_uris"),
        Scopes.of(words("scopes")),
        words("origins"),
        words("resources"),
        text("token_format"),
        find("signing_algorithm"),
        is("may_introspect"),
        options());
  }

  private ClientOptions options() {
    return new ClientOptions(
        new RedirectRules(is("allow_subdomains"), is("allow_localhost"), is("private_schemes")),
        is("plain_pkce"),
        is("optional_pkce"),
        is("trusted"),
        ResponseProfile.find(text("response_profile")).orElse(ResponseProfile.NONE),
        new ClientLifetimes(
            length("code_lifetime"),
            length("access_lifetime"),
            length("refresh_lifetime"),
            length("refresh_idle")));
  }

  /** What was typed as a length of time and is none. */
  List<Failure> failures() {
    return ClientLifetimes.LONGEST.keySet().stream()
        .sorted()
        .filter(field -> !text(field).isEmpty() && length(field).isEmpty())
        .map(field -> Failure.of(field, "client.lifetime.wrong"))
        .toList();
  }

  private Optional<Duration> length(String field) {
    try {
      return find(field).map(Durations::parse);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private boolean is(String field) {
    return !text(field).isEmpty();
  }

  boolean has(String field, String word) {
    return words(field).contains(word);
  }

  private Optional<String> find(String field) {
    return Optional.of(text(field)).filter(text -> !text.isEmpty());
  }

  private List<String> words(String field) {
    return Arrays.stream(text(field).split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }
}
