package org.sallyport.key.corretto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Provider;
import java.security.Security;
import java.util.Locale;
import org.sallyport.config.Platform;

/**
 * The Amazon Corretto Crypto Provider of this deployment, from the jar for this platform, with a
 * class loader of its own so that the next deployment in the same JVM can load it again.
 */
public final class CorrettoProvider implements AutoCloseable {

  private static final String CLASS =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

  /** Without it the provider signs with Ed25519 but can't make a key its own. */
  private static final String ED25519 = "com.amazon.corretto.crypto.provider.registerEdKeyFactory";

  /** The platform has none, or it does not work there; the message says which. */
  public static final class AbsentException extends Exception {

    private static final long serialVersionUID = 1L;

    AbsentException(String message) {
      super(message);
    }
  }

  private final Path jar;
  private final URLClassLoader loader;
  private final Provider provider;

  private CorrettoProvider(Path jar) throws IOException, ReflectiveOperationException {
    this.jar = jar;
    this.loader =
        new URLClassLoader(
            new URL[] {jar.toUri().toURL()}, CorrettoProvider.class.getClassLoader());
    System.setProperty(ED25519, "true");
    this.provider = (Provider) loader.loadClass(CLASS).getField("INSTANCE").get(null);
    // Throws what kept the native library from being loaded.
    provider.getClass().getMethod("assertHealthy").invoke(provider);
  }

  /**
   * Loads it and puts it last, so that nobody else in this JVM gets another provider than before.
   *
   * @throws AbsentException when this platform has none that works
   */
  public static CorrettoProvider load(Platform platform) throws AbsentException {
    var name =
        "corretto-%s-%s.jar"
            .formatted(platform.system(), platform.architecture())
            .toLowerCase(Locale.ROOT);
    try (var bundled = CorrettoProvider.class.getResourceAsStream(name)) {
      if (bundled == null) {
        throw new AbsentException("none is made for " + platform);
      }
      var jar = Files.createTempFile("sallyport-corretto-", ".jar");
      jar.toFile().deleteOnExit();
      Files.copy(bundled, jar, StandardCopyOption.REPLACE_EXISTING);
      var loaded = new CorrettoProvider(jar);
      Security.removeProvider(loaded.name());
      Security.addProvider(loaded.provider);
      return loaded;
    } catch (IOException | ReflectiveOperationException | LinkageError | RuntimeException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      throw new AbsentException("it does not work here: " + cause.getMessage());
    }
  }

  /** The name that JCA knows it by. */
  public String name() {
    return provider.getName();
  }

  public String version() {
    return provider.getVersionStr();
  }

  /** Takes it back at the end of this deployment. */
  @Override
  public void close() {
    var registered = Security.getProvider(name());
    // Its class tells ours from the one of the next deployment, which is equal otherwise.
    if (registered != null && registered.getClass().equals(provider.getClass())) {
      Security.removeProvider(name());
    }
    try {
      loader.close();
      Files.deleteIfExists(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
