package org.sallyport.key;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.sallyport.config.ConfigurationException;
import org.sallyport.store.Changes;

/** Signing keys in the database. */
@Stateless
public class StoredKeys {

  @PersistenceContext private EntityManager entities;
  @Inject private Sealer sealer;
  @Inject private Changes changes;
  @Inject private Clock clock;

  public List<StoredKey> all() {
    return entities
        .createQuery("SELECT k FROM StoredKey k ORDER BY k.createdAt", StoredKey.class)
        .getResultList();
  }

  /** Makes the active key of an algorithm; fails as a duplicate where another node was first. */
  public void make(Algorithm algorithm) {
    var pair = algorithm.generate();
    var key = SigningKey.of(algorithm, pair.getPrivate(), pair.getPublic());
    var sealed = sealer.seal(Purpose.SEAL, pair.getPrivate().getEncoded(), place(key.kid()));
    entities.persist(
        new StoredKey(
            key.kid(),
            algorithm,
            Base64.getEncoder().encodeToString(sealed),
            Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
            clock.instant()));
    entities.flush();
    changes.note();
  }

  /**
   * Opens a key.
   *
   * @throws ConfigurationException when the encryption key does not open it
   */
  public SigningKey open(StoredKey stored) {
    var decoder = Base64.getDecoder();
    var pkcs8 =
        sealer
            .open(Purpose.SEAL, decoder.decode(stored.sealedKey()), place(stored.id()))
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "OAUTH2_ENCRYPTION_KEY: it does not open the signing key %s of this database; set the right one."
                            .formatted(stored.id())));
    try {
      return SigningKey.of(
          stored.algorithm(),
          stored.algorithm().privateKey(pkcs8),
          stored.algorithm().publicKey(decoder.decode(stored.publicKey())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key " + stored.id() + " is damaged", e);
    }
  }

  private static String place(String kid) {
    return "signing_key.sealed_key." + kid;
  }
}
