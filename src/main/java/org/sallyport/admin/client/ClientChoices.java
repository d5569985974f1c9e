package org.sallyport.admin.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.sallyport.client.ClientType;
import org.sallyport.client.Scope;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.oauth.Scopes;
import org.sallyport.web.words.CurrentLanguage;

/** The boxes of a client's form. */
@ApplicationScoped
public class ClientChoices {

  @Inject private ScopeCatalogue catalogue;

  /** A box: a value, its words or their key, whether it is ticked, and whether it is a default. */
  public record Choice(String value, String text, boolean ticked, boolean usual) {
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
  Scopes defaults() {
    return Scopes.of(catalogue.list().stream().filter(Scope::isDefault).map(Scope::name).toList());
  }

  List<Choice> scopes(ClientForm form) {
    return catalogue.list().stream()
        .map(
            scope ->
                new Choice(
                    scope.name(),
                    scope.description(CurrentLanguage.get()),
                    form.has("scopes", scope.name()),
                    scope.isDefault()))
        .toList();
  }

  /** The grants that a type may have: a public client can't act for itself. */
  List<Choice> grants(ClientForm form, ClientType type) {
    var people =
        Stream.of(
            grant(form, "authorization_code", "clients.grant.code"),
            grant(form, ClientRules.DEVICE, "clients.grant.device"),
            grant(form, "refresh_token", "clients.grant.refresh"));
    var itself =
        Stream.of(grant(form, "client_credentials", "clients.grant.client"))
            .filter(choice -> type.isConfidential());
    return Stream.concat(people, itself).toList();
  }

  private static Choice grant(ClientForm form, String type, String key) {
    return new Choice(type, key, form.has("grant_types", type), false);
  }
}
