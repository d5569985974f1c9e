package org.sallyport.client;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.client.redirect.RedirectRules;
import org.sallyport.config.LifetimeSettings;

/** The columns of a client's options. */
@MappedSuperclass
public abstract class OptionColumns extends Registration {

  @Column(name = "allow_subdomains")
  private boolean allowSubdomains;

  @Column(name = "allow_localhost")
  private boolean allowLocalhost;

  @Column(name = "private_schemes")
  private boolean privateSchemes;

  @Column(name = "plain_pkce")
  private boolean plainPkce;

  @Column(name = "optional_pkce")
  private boolean optionalPkce;

  @Column(name = "trusted")
  private boolean trusted;

  @Column(name = "response_profile")
  private String responseProfile = ResponseProfile.NONE.word();

  /** Milliseconds, as the other lifetimes. */
  @Column(name = "code_lifetime")
  private Long codeLifetime;

  @Column(name = "access_lifetime")
  private Long accessLifetime;

  @Column(name = "refresh_lifetime")
  private Long refreshLifetime;

  @Column(name = "refresh_idle")
  private Long refreshIdle;

  protected OptionColumns() {}

  protected OptionColumns(Instant now) {
    super(now);
  }

  void become(ClientOptions wanted) {
    allowSubdomains = wanted.redirects().subdomains();
    allowLocalhost = wanted.redirects().localhost();
    privateSchemes = wanted.redirects().privateSchemes();
    plainPkce = wanted.plainPkce();
    optionalPkce = wanted.optionalPkce();
    trusted = wanted.trusted();
    responseProfile = wanted.profile().word();
    codeLifetime = millis(wanted.lifetimes().code());
    accessLifetime = millis(wanted.lifetimes().access());
    refreshLifetime = millis(wanted.lifetimes().refresh());
    refreshIdle = millis(wanted.lifetimes().refreshIdle());
  }

  /** What is registered. */
  public ClientOptions options() {
    return new ClientOptions(redirects(), plainPkce, optionalPkce, trusted, profile(), lifetimes());
  }

  /** What its redirect URIs may be. */
  public RedirectRules redirects() {
    return new RedirectRules(allowSubdomains, allowLocalhost, privateSchemes);
  }

  /** Whether it may prove itself by {@code plain}, RFC 7636 §4.2. */
  public boolean mayUsePlainPkce() {
    return plainPkce;
  }

  /** Whether a code may be had without a challenge, RFC 9700 §2.1.1; only with a secret. */
  public boolean mayLeaveOutPkce() {
    return optionalPkce;
  }

  /** Whether people are not asked for their consent. */
  public boolean isTrusted() {
    return trusted;
  }

  public ResponseProfile profile() {
    return ResponseProfile.find(responseProfile).orElse(ResponseProfile.NONE);
  }

  /** Whether its answers have a form; asked for every token, so nothing is searched. */
  public boolean answersAs(ResponseProfile profile) {
    return profile.word().equals(responseProfile);
  }

  /** The lifetimes that are registered. */
  public ClientLifetimes lifetimes() {
    return new ClientLifetimes(
        length(codeLifetime), length(accessLifetime), length(refreshLifetime), length(refreshIdle));
  }

  /** How long a code of this client is valid. */
  public Duration codeLifetime(LifetimeSettings settings) {
    return length(codeLifetime).orElse(settings.code());
  }

  /** How long an access token of this client is valid. */
  public Duration accessLifetime(LifetimeSettings settings) {
    return accessLifetime == null ? settings.access() : Duration.ofMillis(accessLifetime);
  }

  /** How long a grant of this client is valid; ownCloud's refresh tokens never ended. */
  public Duration refreshLifetime(LifetimeSettings settings) {
    return length(refreshLifetime).orElseGet(() -> endless(settings.refresh()));
  }

  /** How long a grant of this client is valid that nobody uses. */
  public Duration refreshIdle(LifetimeSettings settings) {
    return length(refreshIdle).orElseGet(() -> endless(settings.refreshIdle()));
  }

  private Duration endless(Duration setting) {
    return answersAs(ResponseProfile.OWNCLOUD) ? LifetimeSettings.LONGEST_REFRESH : setting;
  }

  private static Long millis(Optional<Duration> length) {
    return length.map(Duration::toMillis).orElse(null);
  }

  private static Optional<Duration> length(Long millis) {
    return Optional.ofNullable(millis).map(Duration::ofMillis);
  }
}
