package org.sallyport.admin.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sallyport.admin.Administrator;
import org.sallyport.config.RotationSettings;
import org.sallyport.key.KeyState;
import org.sallyport.key.StoredKey;
import org.sallyport.key.StoredKeys;
import org.sallyport.key.rotation.KeyRotation;
import org.sallyport.store.Conflicts;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;
import org.sallyport.web.page.Failure;

/** Asks before keys follow each other, and says what it changes or breaks. */
@Named
@RequestScoped
public class KeyDeedPage {

  private static final Set<String> DEEDS = Set.of("rotate", "replace", "withdraw");

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private StoredKeys stored;
  @Inject private KeyRotation rotation;
  @Inject private RotationSettings settings;
  @Inject private Clock clock;

  private User user;
  private String deed = "rotate";
  private StoredKey key;
  private final List<Failure> failures = new ArrayList<>();

  /**
   * Finds what is asked about: {@code deed} and {@code kid}, of the active key or a retired one.
   */
  public void open() {
    var wanted = text("deed");
    var kid = text("kid");
    var path = KeysPage.PATH + "/change?deed=" + encoded(wanted) + "&kid=" + encoded(kid);
    user = administrator.require(path).orElse(null);
    if (user == null) {
      return;
    }
    key = find(kid).filter(row -> row.state() == subject(wanted)).orElse(null);
    if (!DEEDS.contains(wanted) || key == null) {
      page.refuse(Problem.of(404));
      key = null;
      return;
    }
    deed = wanted;
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  private static KeyState subject(String deed) {
    return deed.equals("withdraw") ? KeyState.RETIRED : KeyState.ACTIVE;
  }

  private Optional<StoredKey> find(String kid) {
    return stored.all().stream().filter(row -> row.id().equals(kid)).findFirst();
  }

  private String text(String name) {
    return Optional.ofNullable(page.parameter(name)).orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Does it; the kid tells a form that was sent twice from a second wish. */
  public void act() {
    open();
    if (key == null) {
      return;
    }
    if (!administrator.isGenuine()) {
      failures.add(Failure.of("act", "page.expired"));
      return;
    }
    Conflicts.retryDuplicate(
        () ->
            switch (deed) {
              case "rotate" -> rotation.announce(key.algorithm(), user.id());
              case "replace" -> rotation.replace(key.algorithm(), key.id(), user.id());
              default -> rotation.withdraw(key.algorithm(), key.id(), user.id());
            });
    page.goOn(KeysPage.PATH + "?done=" + deed);
  }

  public String getCsrf() {
    return administrator.csrf();
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  public List<Failure> getFailures() {
    return failures;
  }

  public String getDeed() {
    return deed;
  }

  public String getKid() {
    return key == null ? null : key.id();
  }

  public String getAlgorithm() {
    return key == null ? null : key.algorithm().jwa();
  }

  /** Whether the button must look as dangerous as it is. */
  public boolean isBreaking() {
    return !"rotate".equals(deed);
  }

  /** When a key that is made now would sign. */
  public Instant getSignsFrom() {
    return "rotate".equals(deed) ? clock.instant().plus(settings.overlap()) : null;
  }

  /** How long copies of the JWK Set may live, in seconds. */
  public long getCaching() {
    return settings.caching().toSeconds();
  }
}
