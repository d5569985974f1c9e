package org.sallyport.testing;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.SelfSignedCertificateGenerator;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.util.LDAPSDKException;
import com.unboundid.util.ObjectPair;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A directory of people on a free loopback port, which speaks LDAP and starts TLS; its certificate
 * has 127.0.0.1, and not the name localhost.
 */
public final class Directory implements AutoCloseable {

  public static final String BASE = "dc=example,dc=org";
  public static final String PEOPLE = "ou=people," + BASE;
  public static final String ACCOUNT = "cn=reader," + BASE;
  public static final String PASSWORD = "reader-of-the-directory";

  private final InMemoryDirectoryServer server;
  private final Path certificate;

  private Directory(InMemoryDirectoryServer server, Path certificate) {
    this.server = server;
    this.certificate = certificate;
  }

  /** One for all, as it takes longest. */
  private static final class Certificate {
    static final ObjectPair<File, char[]> MADE = make();

    private static ObjectPair<File, char[]> make() {
      try {
        return SelfSignedCertificateGenerator.generateTemporarySelfSignedCertificate(
            "tests", "PKCS12");
      } catch (LDAPSDKException e) {
        throw new IllegalStateException("no certificate", e);
      }
    }
  }

  /** A directory with an account that may read, and no people. */
  public static Directory start() {
    try {
      var made = Certificate.MADE;
      var keys = new KeyStoreKeyManager(made.getFirst(), made.getSecond(), "PKCS12", null);
      var config = new InMemoryDirectoryServerConfig(BASE);
      // No schema: entries have what those of any directory have.
      config.setSchema(null);
      config.addAdditionalBindCredentials(ACCOUNT, PASSWORD);
      var tls = new SSLUtil(keys, null).createSSLContext();
      config.setListenerConfigs(
          InMemoryListenerConfig.createLDAPConfig(
              "ldap", InetAddress.getLoopbackAddress(), 0, tls.getSocketFactory()),
          InMemoryListenerConfig.createLDAPSConfig(
              "ldaps",
              InetAddress.getLoopbackAddress(),
              0,
              tls.getServerSocketFactory(),
              tls.getSocketFactory()));
      var server = new InMemoryDirectoryServer(config);
      server.startListening();
      server.add("dn: " + BASE, "objectClass: domain", "dc: example");
      server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
      return new Directory(server, pem(made.getFirst().toPath(), made.getSecond()));
    } catch (LDAPSDKException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no directory", e);
    }
  }

  private static Path pem(Path store, char[] pin) throws GeneralSecurityException, IOException {
    var keys = KeyStore.getInstance("PKCS12");
    try (var file = new FileInputStream(store.toFile())) {
      keys.load(file, pin);
    }
    var bytes = keys.getCertificate(keys.aliases().nextElement()).getEncoded();
    var text = Base64.getMimeEncoder().encodeToString(bytes);
    var pem = Files.createTempFile("directory", ".pem");
    pem.toFile().deleteOnExit();
    return Files.writeString(
        pem, "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
  }

  /** The key and certificate of a directory, for one that is a process of its own. */
  static void copyKeys(Path target) throws IOException {
    Files.copy(Certificate.MADE.getFirst().toPath(), target);
  }

  static String keysPassword() {
    return new String(Certificate.MADE.getSecond());
  }

  /** The certificate in a file. */
  static Path certificateFile() {
    try {
      return pem(Certificate.MADE.getFirst().toPath(), Certificate.MADE.getSecond());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no certificate", e);
    }
  }

  /** The file of the certificate that it shows. */
  public Path certificate() {
    return certificate;
  }

  /** The port that starts TLS when it is asked to. */
  public int port() {
    return server.getListenPort("ldap");
  }

  /** The port that speaks TLS from the beginning. */
  public int tlsPort() {
    return server.getListenPort("ldaps");
  }

  /** Adds an entry, written as LDIF (RFC 2849). */
  public Directory add(String... ldif) {
    try {
      server.add(ldif);
      return this;
    } catch (LDAPSDKException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds somebody with a name and a password, and more attributes. */
  public Directory person(String uid, String password, String... more) {
    var lines = new java.util.ArrayList<String>();
    lines.add("dn: uid=" + uid + "," + PEOPLE);
    lines.add("objectClass: person");
    lines.add("uid: " + uid);
    lines.add("cn: " + uid);
    lines.add("userPassword: " + password);
    lines.addAll(java.util.List.of(more));
    return add(lines.toArray(String[]::new));
  }

  /** Gives somebody another value of an attribute. */
  public void change(String uid, String attribute, String value) {
    try {
      server.modify(
          "uid=" + uid + "," + PEOPLE,
          new Modification(ModificationType.REPLACE, attribute, value));
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Removes somebody. */
  public void remove(String uid) {
    try {
      server.delete("uid=" + uid + "," + PEOPLE);
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.shutDown(true);
  }
}
