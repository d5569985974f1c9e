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
        .createQuery("SELECT k FROM StoredKey k ORDER BY k.createdAt, k.id", StoredKey.class)
        .getResultList();
  }

  /** Makes the active key of an algorithm; fails as a duplicate where another node was first. */
  public void make(Algorithm algorithm) {
    var pair = algorithm.generate();
    var key = SigningKey.of(algorithm, pair.getPrivate(), pair.getPublic());
    entities.persist(
        new StoredKey(
            key.kid(),
            algorithm,
            seal(pair.getPrivate().getEncoded(), key.kid()),
            Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
            clock.instant()));
    entities.flush();
    changes.note();
  }

  /** Seals every key anew that the previous encryption key sealed. */
  public void reseal() {
    for (var stored : all()) {
      var sealed = Base64.getDecoder().decode(stored.sealedKey());
      if (!sealer.isCurrent(Purpose.SEAL, sealed, place(stored.id()))) {
        stored.reseal(seal(unseal(stored), stored.id()));
      }
    }
  }

  private String seal(byte[] pkcs8, String kid) {
    return Base64.getEncoder().encodeToString(sealer.seal(Purpose.SEAL, pkcs8, place(kid)));
  }

  private byte[] unseal(StoredKey stored) {
    return sealer
        .open(Purpose.SEAL, Base64.getDecoder().decode(stored.sealedKey()), place(stored.id()))
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "OAUTH2_ENCRYPTION_KEY: it does not open the signing key %s of this database; set the right one."
                        .formatted(stored.id())));
  }

  /**
   * Opens a key.
   *
   * @throws ConfigurationException when the encryption key does not open it
   */
  public SigningKey open(StoredKey stored) {
    var pkcs8 = unseal(stored);
    try {
      return SigningKey.of(
          stored.algorithm(),
          stored.algorithm().privateKey(pkcs8),
          stored.algorithm().publicKey(Base64.getDecoder().decode(stored.publicKey())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key " + stored.id() + " is damaged", e);
    }
  }

  private static String place(String kid) {
    return "signing_key.sealed_key." + kid;
  }
}
