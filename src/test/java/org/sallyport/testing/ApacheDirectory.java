package org.sallyport.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/**
 * ApacheDS, a directory server as people run one, in a process of its own on a free loopback port:
 * it starts TLS, keeps the time of a password's change, and checks its schema.
 */
public final class ApacheDirectory implements AutoCloseable {

  public static final String BASE = "dc=example,dc=com";
  public static final String PEOPLE = "ou=people," + BASE;
  public static final String GROUPS = "ou=groups," + BASE;
  public static final String ACCOUNT = "cn=reader," + PEOPLE;
  public static final String PASSWORD = "reader-of-the-directory";

  private static final Path JAR = Container.project("target/apacheds.jar");
  private static final String ROOT = "uid=admin,ou=system";

  private final int port = Ports.free();
  private final Process process;

  private ApacheDirectory() throws IOException {
    var home = Files.createTempDirectory("sallyport-apacheds-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Trees.delete(home)));
    for (var name : new String[] {"conf", "log", "partitions", "run", "cache"}) {
      Files.createDirectories(home.resolve(name));
    }
    Directory.copyKeys(home.resolve("conf/keys"));
    Files.writeString(home.resolve("conf/config.ldif"), configuration(home));
    process =
        new ProcessBuilder(
                Container.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                JAR.toString(),
                home.toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log/out").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** Its own configuration, on our port and with our certificate, and nothing but LDAP. */
  private String configuration(Path home) throws IOException {
    try (var jar = new JarFile(JAR.toFile());
        var file = jar.getInputStream(jar.getEntry("config.ldif"))) {
      var text = new String(file.readAllBytes(), UTF_8).replace("\r\n", "\n");
      return text.replace("0.0.0.0", "127.0.0.1")
          // Only a policy that knows ages keeps the time of a change.
          .replace("ads-pwdMaxAge: 0", "ads-pwdMaxAge: 31536000")
          .replace("ads-systemport: 10389", "ads-systemport: " + port)
          .replace("ads-systemport: 10636", "ads-systemport: " + Ports.free())
          .replace(
              "ads-saslHost: ldap.example.com",
              "ads-keystoreFile: %s\nads-certificatePassword: %s\nads-saslHost: localhost"
                  .formatted(home.resolve("conf/keys"), Directory.keysPassword()));
    }
  }

  /** A directory with an account that may read, and no people. */
  public static ApacheDirectory start() {
    try {
      var directory = new ApacheDirectory();
      directory.await();
      directory.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
      directory.add("dn: " + GROUPS, "objectClass: organizationalUnit", "ou: groups");
      directory.add(
          "dn: " + ACCOUNT,
          "objectClass: person",
          "cn: reader",
          "sn: reader",
          "userPassword: " + PASSWORD);
      return directory;
    } catch (IOException e) {
      throw new IllegalStateException("no directory", e);
    }
  }

  private void await() {
    for (var tries = 0; tries < 600; tries++) {
      try (var connection = connect()) {
        if (connection.getEntry(BASE) != null) {
          return;
        }
      } catch (LDAPException starting) {
        if (!process.isAlive()) {
          break;
        }
      }
      pause();
    }
    throw new IllegalStateException("ApacheDS does not start");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private LDAPConnection connect() throws LDAPException {
    return new LDAPConnection("127.0.0.1", port, ROOT, "secret");
  }

  /** The port that starts TLS when it is asked to. */
  public int port() {
    return port;
  }

  /** The file of the certificate that it shows. */
  public Path certificate() {
    return Directory.certificateFile();
  }

  private void add(String... ldif) {
    try (var connection = connect()) {
      connection.add(ldif);
    } catch (LDAPException | LDIFException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds somebody with a name and a password, and more attributes. */
  public ApacheDirectory person(String uid, String password, String... more) {
    var lines =
        new ArrayList<>(
            List.of(
                "dn: uid=" + uid + "," + PEOPLE,
                "objectClass: inetOrgPerson",
                "uid: " + uid,
                "cn: " + uid,
                "sn: " + uid,
                "userPassword: " + password));
    lines.addAll(List.of(more));
    add(lines.toArray(String[]::new));
    return this;
  }

  /** Gives somebody another value of an attribute. */
  public void change(String uid, String attribute, String value) {
    try (var connection = connect()) {
      var change = new Modification(ModificationType.REPLACE, attribute, value);
      connection.modify("uid=" + uid + "," + PEOPLE, change);
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
