package org.sallyport.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.client.secret.SlowHashes;
import org.sallyport.user.hash.HashFormats;

/**
 * Hashes of clients' secrets by the hasher of passwords, so that both wait in one queue; none may
 * hold it up for longer than a password does.
 */
@ApplicationScoped
public class SlowSecretHashes implements SlowHashes {

  @Inject private PasswordHasher hasher;

  @Override
  public boolean take(String hash) {
    return HashFormats.MODEST.take(hash);
  }

  @Override
  public boolean matches(String secret, String hash) {
    return hasher.verify(secret, hash, HashFormats.MODEST);
  }

  @Override
  public String hash(String secret) {
    return hasher.hashExactly(secret);
  }
}
