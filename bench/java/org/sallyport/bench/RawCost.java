package org.sallyport.bench;

import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.sallyport.config.Platform;
import org.sallyport.key.corretto.CorrettoProvider;
import org.sallyport.user.PasswordHasher;

/**
 * What a signature or a password hash costs by itself, in milliseconds of CPU, with as many threads
 * as there are cores. A program of its own, so that it runs on the JDK that is measured.
 */
final class RawCost {

  private static final int BYTES = 500;
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final long MEASURED_NANOS = 5_000_000_000L;

  /** Something that is done again and again. */
  private interface Deed {
    void run() throws GeneralSecurityException;
  }

  private RawCost() {}

  /** The arguments are {@code RS256}, {@code ES256} or {@code hash}, and the provider. */
  public static void main(String[] arguments) throws Exception {
    var deed = arguments[0].equals("hash") ? hash() : null;
    var threads = Runtime.getRuntime().availableProcessors();
    var pool = Executors.newFixedThreadPool(threads);
    var key = deed == null ? key(arguments[0], arguments[1]) : null;
    var all = new ArrayList<Callable<double[]>>();
    for (var i = 0; i < threads; i++) {
      all.add(() -> measure(deed == null ? signing(arguments[0], key, arguments[1]) : deed));
    }
    var nanos = 0.0;
    var count = 0.0;
    for (var future : pool.invokeAll(all)) {
      nanos += future.get()[0];
      count += future.get()[1];
    }
    pool.shutdown();
    System.out.printf("RAW %.5f%n", nanos / count / 1e6);
  }

  private static double[] measure(Deed deed) throws GeneralSecurityException {
    repeat(deed, WARM_UP_NANOS);
    var cpu = ManagementFactory.getThreadMXBean();
    var before = cpu.getCurrentThreadCpuTime();
    var count = repeat(deed, MEASURED_NANOS);
    return new double[] {cpu.getCurrentThreadCpuTime() - before, count};
  }

  private static long repeat(Deed deed, long nanos) throws GeneralSecurityException {
    var end = System.nanoTime() + nanos;
    var count = 0L;
    while (System.nanoTime() < end) {
      deed.run();
      count++;
    }
    return count;
  }

  private static Deed hash() {
    var hasher = new PasswordHasher();
    return () -> hasher.hash("a password that is long enough");
  }

  private static PrivateKey key(String algorithm, String provider) throws Exception {
    var type = algorithm.equals("RS256") ? "RSA" : "EC";
    var generator = KeyPairGenerator.getInstance(type);
    if (type.equals("RSA")) {
      generator.initialize(2048);
    } else {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    }
    var made = generator.generateKeyPair().getPrivate();
    if (provider.equals("jdk")) {
      return made;
    }
    var loaded = CorrettoProvider.load(Platform.current());
    return KeyFactory.getInstance(type, loaded.name())
        .generatePrivate(new PKCS8EncodedKeySpec(made.getEncoded()));
  }

  private static Deed signing(String algorithm, PrivateKey key, String provider)
      throws GeneralSecurityException {
    var name = algorithm.equals("RS256") ? "SHA256withRSA" : "SHA256withECDSA";
    var content = new byte[BYTES];
    return () -> {
      var signature =
          provider.equals("jdk")
              ? Signature.getInstance(name)
              : Signature.getInstance(name, "AmazonCorrettoCryptoProvider");
      signature.initSign(key);
      signature.update(content);
      signature.sign();
    };
  }
}
