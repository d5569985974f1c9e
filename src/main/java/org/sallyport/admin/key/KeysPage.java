package org.sallyport.admin.key;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sallyport.admin.Administrator;
import org.sallyport.config.KeySettings;
import org.sallyport.config.RotationSettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.key.Algorithm;
import org.sallyport.key.KeyState;
import org.sallyport.key.StoredKey;
import org.sallyport.key.StoredKeys;
import org.sallyport.user.User;

/** The signing keys, by algorithm: what was, what signs and what comes. */
@Named
@RequestScoped
public class KeysPage {

  static final String PATH = "/admin/keys";

  @Inject private Administrator administrator;
  @Inject private StoredKeys stored;
  @Inject private KeySettings settings;
  @Inject private RotationSettings rotation;
  @Inject private ServerSettings server;

  private User user;
  private List<StoredKey> rows = List.of();

  /** An algorithm and its keys, the one that signs first. */
  public record Group(String name, boolean usual, List<KeyView> keys) {

    public String getName() {
      return name;
    }

    /** Whether it signs for clients that name none. */
    public boolean isUsual() {
      return usual;
    }

    public List<KeyView> getKeys() {
      return keys;
    }

    /** Whether a key waits for its time already. */
    public boolean isWaiting() {
      return keys.stream().anyMatch(view -> view.key().state() == KeyState.PUBLISHED);
    }
  }

  /** Reads all keys. */
  public void open() {
    user = administrator.require(PATH).orElse(null);
    if (user != null) {
      rows = stored.all();
    }
  }

  /** Before anything is shown: a form that was sent here is none of ours. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  /** Where the keys are served. */
  public String getAddress() {
    return server.url("/.well-known/jwks.json");
  }

  public List<Group> getGroups() {
    return Stream.of(Algorithm.values())
        .map(algorithm -> new Group(algorithm.jwa(), isUsual(algorithm), keys(algorithm)))
        .toList();
  }

  private boolean isUsual(Algorithm algorithm) {
    return algorithm.jwa().equals(settings.algorithm());
  }

  private List<KeyView> keys(Algorithm algorithm) {
    return rows.stream()
        .filter(row -> row.algorithm() == algorithm && row.state() != KeyState.REMOVED)
        .sorted(
            Comparator.comparing(StoredKey::state)
                .thenComparing(StoredKey::signsFrom, Comparator.reverseOrder()))
        .map(row -> new KeyView(row, rotation.period()))
        .toList();
  }
}
