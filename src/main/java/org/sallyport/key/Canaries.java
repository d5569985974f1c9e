package org.sallyport.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Base64;
import org.sallyport.config.ConfigurationException;
import org.sallyport.store.DatabaseReady;

/** Stops the start when the encryption key is not the one that this database was sealed with. */
@Stateless
public class Canaries {

  private static final String PLACE = "canary.sealed.1";
  private static final byte[] TEXT = "sallyport".getBytes(UTF_8);

  @PersistenceContext private EntityManager entities;
  @Inject private Sealer sealer;

  /**
   * Looks at the canary, or writes it into a new database.
   *
   * @throws ConfigurationException when neither the current nor the previous key opens it
   */
  public void check(@Observes @Priority(DatabaseReady.SEALING) DatabaseReady ready) {
    var canary = entities.find(Canary.class, Canary.ONLY);
    if (canary == null) {
      entities.persist(new Canary(seal()));
      return;
    }
    var sealed = Base64.getDecoder().decode(canary.sealed());
    if (sealer.open(Purpose.SEAL, sealed, PLACE).isEmpty()) {
      throw new ConfigurationException(
          "OAUTH2_ENCRYPTION_KEY: it is not the key of this database; set the right one, or the"
              + " old one as OAUTH2_ENCRYPTION_KEY_PREVIOUS to change it.");
    }
    if (!sealer.isCurrent(Purpose.SEAL, sealed, PLACE)) {
      canary.reseal(seal());
    }
  }

  private String seal() {
    return Base64.getEncoder().encodeToString(sealer.seal(Purpose.SEAL, TEXT, PLACE));
  }
}
