package org.sallyport.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sallyport.client.NewClient;
import org.sallyport.oauth.Scopes;

/** What an administrator types for a new client. */
public class ClientForm {

  private String id;
  private String name;
  private String type = "confidential";
  private String[] grantTypes = {"authorization_code", "refresh_token"};
  private String redirectUris;
  private String scopes;
  private String origins;
  private String resources;
  private String tokenFormat = "jwt";
  private String signingAlgorithm;
  private boolean mayIntrospect;

  String id() {
    return id;
  }

  /** The id is made with the form, so that a form sent twice registers one client. */
  void as(String clientId) {
    id = clientId;
  }

  boolean isPublic() {
    return "public".equals(type);
  }

  String nameText() {
    return name == null ? "" : name.strip();
  }

  List<String> grantTypeList() {
    return grantTypes == null ? List.of() : List.of(grantTypes);
  }

  List<String> redirectUriList() {
    return words(redirectUris);
  }

  List<String> originList() {
    return words(origins);
  }

  List<String> resourceList() {
    return words(resources);
  }

  Optional<String> algorithm() {
    return Optional.ofNullable(signingAlgorithm).filter(text -> !text.isEmpty());
  }

  private static List<String> words(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /** The registration that a form without failures asks for. */
  NewClient wanted() {
    return new NewClient(
        id,
        nameText(),
        Optional.empty(),
        isPublic() ? NewClient.Type.PUBLIC : NewClient.Type.CONFIDENTIAL,
        grantTypeList(),
        redirectUriList(),
        Scopes.parse(scopes),
        originList(),
        resourceList(),
        tokenFormat,
        algorithm(),
        mayIntrospect);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String[] getGrantTypes() {
    return grantTypes == null ? null : grantTypes.clone();
  }

  public void setGrantTypes(String[] grantTypes) {
    this.grantTypes = grantTypes == null ? null : grantTypes.clone();
  }

  public String getRedirectUris() {
    return redirectUris;
  }

  public void setRedirectUris(String redirectUris) {
    this.redirectUris = redirectUris;
  }

  public String getScopes() {
    return scopes;
  }

  public void setScopes(String scopes) {
    this.scopes = scopes;
  }

  public String getOrigins() {
    return origins;
  }

  public void setOrigins(String origins) {
    this.origins = origins;
  }

  public String getResources() {
    return resources;
  }

  public void setResources(String resources) {
    this.resources = resources;
  }

  public String getTokenFormat() {
    return tokenFormat;
  }

  public void setTokenFormat(String tokenFormat) {
    this.tokenFormat = tokenFormat;
  }

  public String getSigningAlgorithm() {
    return signingAlgorithm;
  }

  public void setSigningAlgorithm(String signingAlgorithm) {
    this.signingAlgorithm = signingAlgorithm;
  }

  public boolean isMayIntrospect() {
    return mayIntrospect;
  }

  public void setMayIntrospect(boolean mayIntrospect) {
    this.mayIntrospect = mayIntrospect;
  }
}
