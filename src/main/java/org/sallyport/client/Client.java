package org.sallyport.client;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.client.secret.ClientSecret;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.WordsConverter;

/** A registered client, RFC 6749 §2; nothing listed means nothing allowed. */
@Entity
@Table(name = "client")
@Cacheable(false)
public class Client extends OptionColumns {

  @Id private String id;

  @Column(name = "name")
  private String name;

  @Column(name = "publisher")
  private String publisher;

  @Column(name = "type")
  private String type;

  @Column(name = "confidential")
  private boolean confidential;

  @Transient private List<ClientSecret> secrets = List.of();

  @Column(name = "grant_types")
  @Convert(converter = WordsConverter.class)
  private List<String> grantTypes = List.of();

  @Column(name = "redirect_uris")
  @Convert(converter = WordsConverter.class)
  private List<String> redirectUris = List.of();

  /** The columns' own text, which queries compare with patterns. */
  @Column(name = "grant_types", insertable = false, updatable = false)
  private String grantText;

  @Column(name = "redirect_uris", insertable = false, updatable = false)
  private String redirectText;

  @Column(name = "scopes")
  private Scopes scopes = Scopes.NONE;

  @Column(name = "origins")
  @Convert(converter = WordsConverter.class)
  private List<String> origins = List.of();

  @Column(name = "resources")
  @Convert(converter = WordsConverter.class)
  private List<String> resources = List.of();

  @Column(name = "audience")
  private String audience;

  @Column(name = "token_format")
  private String tokenFormat = "jwt";

  @Column(name = "signing_algorithm")
  private String signingAlgorithm;

  @Column(name = "may_introspect")
  private boolean mayIntrospect;

  protected Client() {}

  Client(NewClient wanted, Instant now) {
    super(now);
    id = wanted.id();
    become(wanted.type());
    become(wanted);
  }

  /** Is another kind of application from now on; the caller sees to its secrets. */
  void become(ClientType kind) {
    type = kind.word();
    confidential = kind.isConfidential();
  }

  /** Takes on what is registered now; what it is and whether it keeps a secret stay. */
  void become(NewClient wanted) {
    name = wanted.name();
    publisher = wanted.publisher().orElse(null);
    grantTypes = wanted.grantTypes();
    redirectUris = wanted.redirectUris();
    scopes = wanted.scopes();
    origins = wanted.origins();
    resources = wanted.resources();
    tokenFormat = wanted.tokenFormat();
    signingAlgorithm = wanted.signingAlgorithm().orElse(null);
    mayIntrospect = wanted.mayIntrospect();
    become(wanted.options());
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** What it was registered as; a row that does not say is what its grants are for. */
  public ClientType type() {
    return ClientType.find(type).orElseGet(this::likelyType);
  }

  private ClientType likelyType() {
    if (mayUse("authorization_code")) {
      return confidential ? ClientType.WEB : ClientType.SPA;
    }
    return mayUse("client_credentials") ? ClientType.MACHINE : ClientType.API;
  }

  /** Whether it can keep a secret, RFC 6749 §2.1. */
  public boolean isConfidential() {
    return confidential;
  }

  /** Who offers it, as people know them. */
  public Optional<String> publisher() {
    return Optional.ofNullable(publisher);
  }

  /** Its living secrets, RFC 6749 §2.3.1, where it was found by its id. */
  public List<ClientSecret> secrets() {
    return secrets;
  }

  /** The same client with the secrets that are kept beside it. */
  Client knowing(List<ClientSecret> known) {
    secrets = List.copyOf(known);
    return this;
  }

  public List<String> grantTypes() {
    return grantTypes;
  }

  public boolean mayUse(String grantType) {
    return grantTypes.contains(grantType);
  }

  public List<String> redirectUris() {
    return redirectUris;
  }

  public Scopes scopes() {
    return scopes;
  }

  /** Origins of its scripts, for CORS. */
  public List<String> origins() {
    return origins;
  }

  /** Resources that it may name, RFC 8707 §2, beside this server itself. */
  public List<String> resources() {
    return resources;
  }

  /** The audience of its tokens where it names no resource. */
  public Optional<String> audience() {
    return Optional.ofNullable(audience);
  }

  /** The name of its {@code TokenFormat}. */
  public String tokenFormat() {
    return tokenFormat;
  }

  public Optional<String> signingAlgorithm() {
    return Optional.ofNullable(signingAlgorithm);
  }

  /** Whether it is a resource server that sees every token, RFC 7662 §2.1. */
  public boolean mayIntrospect() {
    return mayIntrospect;
  }
}
