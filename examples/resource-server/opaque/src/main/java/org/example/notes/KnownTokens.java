package org.example.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tokens that were good a moment ago, by their digests: so many at most, so long at most. */
@ApplicationScoped
public class KnownTokens {

  private static final int MOST = 10_000;

  /** How long a revoked token may go on here. */
  @Inject
  @ConfigProperty(name = "notes.cache", defaultValue = "PT10S")
  private Duration longest;

  private record Entry(Token token, Instant until) {}

  private final Map<String, Entry> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
          return size() > MOST;
        }
      };

  /** A token that is known to be good still. */
  public Optional<Token> find(String text) {
    synchronized (entries) {
      return Optional.ofNullable(entries.get(digest(text)))
          .filter(entry -> Instant.now().isBefore(entry.until()))
          .map(Entry::token);
    }
  }

  /** Keeps what was said of a token, and not longer than the token lives. */
  public void remember(String text, Token token) {
    var until = Instant.now().plus(longest);
    var end = token.end().isBefore(until) ? token.end() : until;
    synchronized (entries) {
      entries.put(digest(text), new Entry(token, end));
    }
  }

  /** Not the token itself: a memory dump gives nobody access. */
  private static String digest(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
