package org.sallyport.key;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.jose4j.jca.ProviderContext;
import org.sallyport.config.KeySettings;
import org.sallyport.config.Platform;
import org.sallyport.key.corretto.CorrettoProvider;

/** Who signs and verifies: the Corretto provider where there is one, or else the JDK's. */
@ApplicationScoped
public class Signatures {

  private static final Logger LOG = System.getLogger(Signatures.class.getName());

  private KeySettings settings;
  private CorrettoProvider provider;
  private final ProviderContext context = new ProviderContext();

  protected Signatures() {}

  @Inject
  public Signatures(KeySettings settings) {
    this.settings = settings;
  }

  @PostConstruct
  void choose() {
    if (settings.provider().equals("jdk")) {
      LOG.log(Level.INFO, "The JDK signs tokens, as sallyport.signing.provider says.");
      return;
    }
    try {
      provider = CorrettoProvider.load(Platform.current());
      context.getSuppliedKeyProviderContext().setSignatureProvider(provider.name());
      LOG.log(Level.INFO, "{0} {1} signs tokens.", provider.name(), provider.version());
    } catch (CorrettoProvider.AbsentException e) {
      LOG.log(Level.INFO, "The JDK signs tokens; of the Corretto provider, {0}.", e.getMessage());
    }
  }

  @PreDestroy
  void close() {
    if (provider != null) {
      provider.close();
    }
  }

  /** Names the provider to jose4j. */
  public ProviderContext context() {
    return context;
  }

  /** A new key pair; the provider makes one of RSA in a tenth of the time. */
  KeyPair generate(Algorithm algorithm) {
    try {
      return provider == null ? algorithm.generate() : algorithm.generate(provider.name());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider cannot make a key for " + algorithm.jwa(), e);
    }
  }

  /**
   * The key as the provider's own objects, made once: given another's, it would translate them for
   * each signature.
   */
  SigningKey prepare(SigningKey key) {
    if (provider == null) {
      return key;
    }
    try {
      var factory = key.algorithm().factory(provider.name());
      return key.as(
          key.canSign()
              ? factory.generatePrivate(new PKCS8EncodedKeySpec(key.privateKey().getEncoded()))
              : null,
          factory.generatePublic(new X509EncodedKeySpec(key.publicKey().getEncoded())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider cannot use the key " + key.kid(), e);
    }
  }
}
