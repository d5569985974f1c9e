package org.sallyport.admin.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.client.ClientType;
import org.sallyport.client.Scope;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.grant.Grants;
import org.sallyport.oauth.Scopes;
import org.sallyport.web.words.CurrentLanguage;
import org.sallyport.web.words.Words;

/** The boxes of a client's form. */
@ApplicationScoped
public class ClientChoices {

  private static final Map<String, String> ORDER = words();
  private static final Set<String> RISKY = Set.of("password", Grants.IMPLICIT);

  @Inject private ScopeCatalogue catalogue;
  @Inject private Grants grants;

  private static Map<String, String> words() {
    var words = new LinkedHashMap<String, String>();
    words.put("authorization_code", "clients.grant.code");
    words.put(ClientRules.DEVICE, "clients.grant.device");
    words.put("refresh_token", "clients.grant.refresh");
    words.put("client_credentials", "clients.grant.client");
    words.put("password", "clients.grant.password");
    words.put(Grants.IMPLICIT, "clients.grant.implicit");
    return words;
  }

  /**
   * A box: a value, its words, whether it is ticked or a default, and what to know of it or null.
   */
  public record Choice(String value, String text, boolean ticked, boolean usual, String warning) {

    Choice(String value, String text, boolean ticked, boolean usual) {
      this(value, text, ticked, usual, null);
    }

    Choice warning(String words) {
      return new Choice(value, text, ticked, usual, words);
    }

    public String getWarning() {
      return warning;
    }

    public String getValue() {
      return value;
    }

    public String getText() {
      return text;
    }

    public boolean isTicked() {
      return ticked;
    }

    public boolean isUsual() {
      return usual;
    }
  }

  /** The scopes that a client gets when it asks for none. */
  public Scopes defaults() {
    return Scopes.of(catalogue.list().stream().filter(Scope::isDefault).map(Scope::name).toList());
  }

  List<Choice> scopes(ClientForm form) {
    return catalogue.list().stream().map(scope -> scope(form, scope)).toList();
  }

  private static Choice scope(ClientForm form, Scope scope) {
    var language = CurrentLanguage.get();
    var choice =
        new Choice(
            scope.name(),
            scope.description(language),
            form.has("scopes", scope.name()),
            scope.isDefault());
    return Scopes.RESERVED.contains(scope.name())
        ? choice.warning(new Words(language).get("client.scope.reserved.risk"))
        : choice;
  }

  /**
   * The grants that are served, and those that the client has anyway; a public client can't act for
   * itself.
   */
  List<Choice> grants(ClientForm form, ClientType type) {
    return Stream.concat(ORDER.keySet().stream(), grants.known().stream())
        .distinct()
        .filter(name -> grants.types().contains(name) || form.has("grant_types", name))
        .filter(name -> type.isConfidential() || !name.equals("client_credentials"))
        .map(name -> grant(form, name))
        .toList();
  }

  /** A grant of an extension has no words of ours: it is known by its type. */
  private Choice grant(ClientForm form, String name) {
    var words = new Words(CurrentLanguage.get());
    var text = Optional.ofNullable(ORDER.get(name)).map(words::get).orElse(name);
    var choice = new Choice(name, text, form.has("grant_types", name), false);
    if (!grants.types().contains(name)) {
      return choice.warning(words.get("clients.grant.off"));
    }
    return RISKY.contains(name)
        ? choice.warning(words.get("clients.grant." + name + ".risk"))
        : choice;
  }
}
