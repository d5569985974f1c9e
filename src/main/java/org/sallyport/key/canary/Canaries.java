package org.sallyport.key.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Base64;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.key.Purpose;
import org.sallyport.key.Sealer;

/** The one canary of a database. */
@Stateless
public class Canaries {

  private static final String PLACE = "canary.sealed.1";
  private static final byte[] TEXT = "sallyport".getBytes(UTF_8);

  @PersistenceContext private EntityManager entities;
  @Inject private Sealer sealer;

  /**
   * Looks at the canary, or writes it into a new database; fails as a duplicate where another node
   * does so in this moment.
   *
   * @throws ConfigurationException when neither the current nor the previous key opens it
   */
  public void check() {
    var canary = entities.find(Canary.class, Canary.ONLY);
    if (canary == null) {
      entities.persist(new Canary(seal()));
      entities.flush();
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
