package org.sallyport.user.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/** PBKDF2, RFC 8018 §5.2, in the writing of one system. */
final class Pbkdf2 implements HashFormat {

  private static final int LONGEST = 64; // bytes
  private static final int LONGEST_SALT = 512; // bytes
  private static final Map<String, Supplier<Digest>> DIGESTS =
      Map.of(
          "", SHA1Digest::new,
          "sha1", SHA1Digest::new,
          "sha256", SHA256Digest::new,
          "sha512", SHA512Digest::new);

  private final Costs most;
  private final Pattern form;
  private final Function<String, byte[]> salt;
  private final Function<String, byte[]> key;

  private Pbkdf2(
      Costs most, String form, Function<String, byte[]> salt, Function<String, byte[]> key) {
    this.most = most;
    this.form = Pattern.compile(form);
    this.salt = salt;
    this.key = key;
  }

  /** As Django writes it: the salt is text. */
  static Pbkdf2 ofDjango(Costs most) {
    return new Pbkdf2(
        most,
        "pbkdf2_(sha1|sha256)\\$(\\d{1,8})\\$([^$]{1,128})\\$([A-Za-z0-9+/]{20,90}={0,2})",
        text -> text.getBytes(UTF_8),
        Base64.getDecoder()::decode);
  }

  /** As Passlib and modular crypt writes it: Base64 with a dot for its plus, and no padding. */
  static Pbkdf2 ofPasslib(Costs most) {
    return new Pbkdf2(
        most,
        "\\$pbkdf2-?(|sha256|sha512)\\$(\\d{1,8})\\$([A-Za-z0-9./]{0,128})\\$([A-Za-z0-9./]{20,90})",
        Pbkdf2::adapted,
        Pbkdf2::adapted);
  }

  private static byte[] adapted(String text) {
    return Base64.getDecoder().decode(text.replace('.', '+'));
  }

  @Override
  public boolean recognises(String hash) {
    var parts = form.matcher(hash);
    if (!parts.matches()) {
      return false;
    }
    var iterations = Integer.parseInt(parts.group(2));
    try {
      var bytes = key.apply(parts.group(4)).length;
      var isBounded = iterations > 0 && iterations <= most.iterations();
      var hasSalt = salt.apply(parts.group(3)).length <= LONGEST_SALT;
      return isBounded && hasSalt && bytes > 0 && bytes <= LONGEST;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  @Override
  public boolean matches(String password, String hash) {
    var parts = form.matcher(hash);
    if (!parts.matches()) {
      return false;
    }
    var wanted = key.apply(parts.group(4));
    return MessageDigest.isEqual(wanted, derive(password, parts, wanted.length));
  }

  private byte[] derive(String password, Matcher parts, int bytes) {
    var generator = new PKCS5S2ParametersGenerator(DIGESTS.get(parts.group(1)).get());
    generator.init(
        password.getBytes(UTF_8), salt.apply(parts.group(3)), Integer.parseInt(parts.group(2)));
    return ((KeyParameter) generator.generateDerivedMacParameters(bytes * 8)).getKey();
  }
}
