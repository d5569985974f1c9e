package org.sallyport.key;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.sallyport.config.source.ConfigurationException;

/** Signing keys in the database. */
@Stateless
public class StoredKeys {

  @PersistenceContext private EntityManager entities;
  @Inject private Sealer sealer;
  @Inject private Clock clock;

  public List<StoredKey> all() {
    return entities
        .createQuery("SELECT k FROM StoredKey k ORDER BY k.createdAt, k.id", StoredKey.class)
        .getResultList();
  }

  /** The keys of an algorithm; whoever else would change them waits for this transaction. */
  public List<StoredKey> lock(Algorithm algorithm) {
    return entities
        .createQuery(
            "SELECT k FROM StoredKey k WHERE k.algorithm = :algorithm ORDER BY k.createdAt, k.id",
            StoredKey.class)
        .setParameter("algorithm", algorithm.jwa())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** A new key with its private part sealed, not yet saved. */
  public StoredKey generate(Algorithm algorithm) {
    var pair = algorithm.generate();
    var key = SigningKey.of(algorithm, pair.getPrivate(), pair.getPublic());
    return row(key, seal(pair.getPrivate().getEncoded(), key.kid()));
  }

  /** The public part of a file's key, not yet saved. */
  public StoredKey ofFile(SigningKey key) {
    return row(key, null);
  }

  private StoredKey row(SigningKey key, String sealed) {
    var spki = Base64.getEncoder().encodeToString(key.publicKey().getEncoded());
    return new StoredKey(key.kid(), key.algorithm(), sealed, spki, clock.instant());
  }

  /** Fails as a duplicate where another node was first. */
  public void add(StoredKey key) {
    entities.persist(key);
    entities.flush();
  }

  /** Writes what was changed so far, as the order counts for what is unique. */
  public void flush() {
    entities.flush();
  }

  public void remove(StoredKey key) {
    entities.remove(key);
  }

  /** Seals every key anew that the previous encryption key sealed. */
  public void reseal() {
    for (var stored : all()) {
      if (stored.sealedKey() == null) {
        continue;
      }
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
   * Opens a key; one whose private part is not here can only verify.
   *
   * @throws ConfigurationException when the encryption key does not open it
   */
  public SigningKey open(StoredKey stored) {
    var pkcs8 = Optional.ofNullable(stored.sealedKey()).map(text -> unseal(stored));
    try {
      var algorithm = stored.algorithm();
      return SigningKey.of(
          algorithm,
          pkcs8.isPresent() ? algorithm.privateKey(pkcs8.get()) : null,
          algorithm.publicKey(Base64.getDecoder().decode(stored.publicKey())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key " + stored.id() + " is damaged", e);
    }
  }

  private static String place(String kid) {
    return "signing_key.sealed_key." + kid;
  }
}
