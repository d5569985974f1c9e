package org.sallyport.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.config.KeySettings;
import org.sallyport.config.Platform;
import org.sallyport.key.corretto.CorrettoProvider;
import org.sallyport.testing.TestSettings;

class SignaturesTest {

  private static final Platform HERE = Platform.current();

  private static Signatures chosen(String provider) {
    var keys = TestSettings.keys("an encryption key of 32 bytes or more", "RS256");
    var signatures =
        new Signatures(
            new KeySettings(
                keys.privateKeyPath(),
                keys.publicKeyPath(),
                keys.privateKeyPassphrase(),
                keys.encryptionKey(),
                keys.previousEncryptionKey(),
                keys.algorithm(),
                provider));
    signatures.choose();
    return signatures;
  }

  private static SigningKey made(Algorithm algorithm) {
    var pair = algorithm.generate();
    return SigningKey.of(algorithm, pair.getPrivate(), pair.getPublic());
  }

  @ParameterizedTest
  @EnumSource
  void whatTheProviderSignsTheJdkVerifies(Algorithm algorithm)
      throws JoseException, GeneralSecurityException {
    var signatures = chosen("corretto");
    var key = made(algorithm);
    var prepared = signatures.prepare(key);
    assertThat(prepared.privateKey().getClass().getName()).startsWith("com.amazon.corretto.");
    var jws = new JsonWebSignature();
    jws.setProviderContext(signatures.context());
    jws.setAlgorithmHeaderValue(algorithm.jwa());
    jws.setKey(prepared.privateKey());
    jws.setPayload("text");
    jws.setDoKeyValidation(false);
    var text = jws.getCompactSerialization();

    var read = new JsonWebSignature();
    read.setCompactSerialization(text);
    read.setKey(key.publicKey());
    assertThat(read.verifySignature()).isTrue();
    assertThat(prepared.kid()).isEqualTo(key.kid());
    assertThat(prepared.jwk()).isEqualTo(key.jwk());
    signatures.close();
  }

  @Test
  void theJdkSignsWhereThatIsWanted() {
    var key = made(Algorithm.RS256);

    assertThat(chosen("jdk").prepare(key)).isSameAs(key);
  }

  @Test
  void aPlatformWithoutOneIsTold() {
    assertThatThrownBy(() -> CorrettoProvider.load(new Platform("Solaris", "sparc")))
        .isInstanceOf(CorrettoProvider.AbsentException.class)
        .hasMessageContaining("Solaris on sparc");
  }

  @Test
  void theNextDeploymentLoadsItAgainAndTheLastTakesItBack() throws Exception {
    var first = CorrettoProvider.load(HERE);
    var name = first.name();
    var second = CorrettoProvider.load(HERE);
    first.close();
    assertThat(Security.getProvider(name)).as("the second's").isNotNull();
    var pair = Algorithm.RS256.generate();
    var signature = Signature.getInstance("SHA256withRSA", name);
    signature.initSign(Algorithm.RS256.factory(name).generatePrivate(spec(pair.getPrivate())));
    signature.update("text".getBytes(UTF_8));
    assertThat(signature.sign()).hasSize(256);
    second.close();
    assertThat(Security.getProvider(name)).isNull();
  }

  @Test
  void nobodyElseGetsAnotherProviderThanBefore() throws Exception {
    var before = Signature.getInstance("SHA256withRSA").getProvider();
    try (var provider = CorrettoProvider.load(HERE)) {
      var providers = Security.getProviders();
      assertThat(providers[providers.length - 1].getName()).isEqualTo(provider.name());
      assertThat(Signature.getInstance("SHA256withRSA").getProvider()).isEqualTo(before);
    }
  }

  private static PKCS8EncodedKeySpec spec(PrivateKey key) {
    return new PKCS8EncodedKeySpec(key.getEncoded());
  }
}
