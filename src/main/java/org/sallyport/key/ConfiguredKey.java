package org.sallyport.key;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.function.Function;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.sallyport.config.KeySettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.config.source.ConfigurationException;

/** The signing key of the operator's PEM file, or of the one that a development start makes. */
final class ConfiguredKey {

  private static final String PRIVATE = "OAUTH2_PRIVATE_KEY_PATH";
  private static final String PUBLIC = "OAUTH2_PUBLIC_KEY_PATH";

  private ConfiguredKey() {}

  /**
   * Reads the key, or makes the one of a development start.
   *
   * @throws ConfigurationException when it is missing, unusable or its public key is another's
   */
  static SigningKey read(
      KeySettings keys, ServerSettings server, Function<Algorithm, KeyPair> generator) {
    var pem =
        keys.privateKeyPath()
            .map(path -> KeyFiles.read(PRIVATE, Path.of(path), KeyFiles.Visibility.PRIVATE))
            .orElseGet(() -> development(server, generator));
    var info = Pem.privateKey(PRIVATE, pem, keys.privateKeyPassphrase());
    try {
      var key = signingKey(info);
      keys.publicKeyPath().ifPresent(path -> compare(path, key));
      return key;
    } catch (GeneralSecurityException | IOException e) {
      throw unusable();
    }
  }

  private static String development(ServerSettings server, Function<Algorithm, KeyPair> generator) {
    if (server.production()) {
      throw new ConfigurationException(
          PRIVATE + ": it is missing; name the PEM file of the signing key.");
    }
    return KeyFiles.readOrMake(
        server.data().resolve("signing-key.pem"),
        () -> Pem.write(generator.apply(Algorithm.RS256).getPrivate()));
  }

  private static SigningKey signingKey(PrivateKeyInfo info)
      throws GeneralSecurityException, IOException {
    var parameters = PrivateKeyFactory.createKey(info);
    var algorithm = algorithm(parameters);
    var spki = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicPart(parameters));
    // Written anew without the optional public key of RFC 5958, which the JDK does not read.
    var pkcs8 = new PrivateKeyInfo(info.getPrivateKeyAlgorithm(), info.parsePrivateKey());
    return SigningKey.of(
        algorithm,
        algorithm.privateKey(pkcs8.getEncoded()),
        algorithm.publicKey(spki.getEncoded()));
  }

  private static Algorithm algorithm(AsymmetricKeyParameter key) {
    if (key instanceof RSAPrivateCrtKeyParameters rsa && rsa.getModulus().bitLength() >= 2048) {
      return Algorithm.RS256;
    } else if (key instanceof ECPrivateKeyParameters ec
        && ec.getParameters().getCurve().getFieldSize() == 256
        && ec.getParameters().getN().equals(P256_ORDER)) {
      return Algorithm.ES256;
    } else if (key instanceof Ed25519PrivateKeyParameters) {
      return Algorithm.EDDSA;
    }
    throw unusable();
  }

  /** FIPS 186-5 names the curve; its order tells P-256 from other curves of 256 bits. */
  private static final BigInteger P256_ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private static AsymmetricKeyParameter publicPart(AsymmetricKeyParameter key) {
    if (key instanceof RSAPrivateCrtKeyParameters rsa) {
      return new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
    } else if (key instanceof ECPrivateKeyParameters ec) {
      var point = new FixedPointCombMultiplier().multiply(ec.getParameters().getG(), ec.getD());
      return new ECPublicKeyParameters(point, ec.getParameters());
    }
    return ((Ed25519PrivateKeyParameters) key).generatePublicKey();
  }

  private static void compare(String path, SigningKey key) {
    var pem = KeyFiles.read(PUBLIC, Path.of(path), KeyFiles.Visibility.PUBLIC);
    try {
      var spki = Pem.publicKey(PUBLIC, pem).getEncoded();
      if (!Arrays.equals(spki, key.publicKey().getEncoded())) {
        throw new ConfigurationException(
            "%s: the key in %s does not belong to the private key; name the matching file."
                .formatted(PUBLIC, path));
      }
    } catch (IOException e) {
      throw unusable();
    }
  }

  private static ConfigurationException unusable() {
    return new ConfigurationException(
        PRIVATE
            + ": the key is none that can sign here; use RSA of 2048 bits, EC P-256 or Ed25519.");
  }
}
