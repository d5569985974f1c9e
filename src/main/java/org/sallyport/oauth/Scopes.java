package org.sallyport.oauth;

import static org.sallyport.oauth.OAuthError.INVALID_SCOPE;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** An ordered set of scopes, RFC 6749 §3.3. */
public record Scopes(Set<String> names) {

  public static final Scopes NONE = new Scopes(Set.of());

  /** Lets a client administer this server. */
  public static final String ADMINISTRATION = "sallyport:admin";

  /** Lets a client see what administrators see. */
  public static final String INSIGHT = ADMINISTRATION + ":read";

  /** What is for administrators alone: on every server, never given unasked, never removed. */
  public static final Scopes RESERVED = Scopes.of(ADMINISTRATION, INSIGHT);

  /** {@code scope-token} of RFC 6749 §3.3, in a length that no honest scope reaches. */
  private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,128}");

  public Scopes {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  public static Scopes of(String... names) {
    return new Scopes(new LinkedHashSet<>(Arrays.asList(names)));
  }

  public static Scopes of(Collection<String> names) {
    return new Scopes(new LinkedHashSet<>(names));
  }

  /**
   * The scopes in a space-separated list; null reads as none.
   *
   * @throws OAuthException {@code invalid_scope} when a name is malformed
   */
  public static Scopes parse(String list) {
    if (list == null || list.isBlank()) {
      return NONE;
    }
    var names = new LinkedHashSet<String>();
    for (var name : list.trim().split(" +")) {
      if (!TOKEN.matcher(name).matches()) {
        throw INVALID_SCOPE.because("a scope is malformed");
      }
      names.add(name);
    }
    return new Scopes(names);
  }

  /** Whether a text is the name of one scope. */
  public static boolean isName(String text) {
    return TOKEN.matcher(text).matches();
  }

  public boolean isEmpty() {
    return names.isEmpty();
  }

  public boolean contains(String name) {
    return names.contains(name);
  }

  /** Whether one of them is for administrators alone. */
  public boolean areReserved() {
    return names.contains(ADMINISTRATION) || names.contains(INSIGHT);
  }

  public boolean containsAll(Scopes others) {
    return names.containsAll(others.names);
  }

  /** The scopes of both, ours first. */
  public Scopes union(Scopes others) {
    var all = new LinkedHashSet<>(names);
    all.addAll(others.names);
    return new Scopes(all);
  }

  /** The scopes in both, in our order. */
  public Scopes intersection(Scopes others) {
    var both = new LinkedHashSet<>(names);
    both.retainAll(others.names);
    return new Scopes(both);
  }

  /** Ours without the others. */
  public Scopes without(Scopes others) {
    var rest = new LinkedHashSet<>(names);
    rest.removeAll(others.names);
    return new Scopes(rest);
  }

  /** The space-separated list that goes over the wire. */
  @Override
  public String toString() {
    return String.join(" ", names);
  }
}
