package org.sallyport.client;

import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A scope of this server, RFC 6749 §3.3, and the words that the consent page has for it. */
@Entity
@Table(name = "scope")
@Cacheable(false)
public class Scope {

  @Id private String id;

  @Column(name = "description")
  private String description;

  @Column(name = "by_default")
  private boolean byDefault;

  @Column(name = "optional")
  private boolean optional;

  @Column(name = "version")
  private int version;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "scope_words", joinColumns = @JoinColumn(name = "scope"))
  @MapKeyColumn(name = "locale")
  @Column(name = "description")
  private Map<String, String> words = new HashMap<>();

  protected Scope() {}

  public Scope(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /** The same scope, given where a client asks for none. */
  public Scope asDefault() {
    byDefault = true;
    return this;
  }

  /** The same scope, which a person may leave out and allow the rest. */
  public Scope asOptional() {
    optional = true;
    return this;
  }

  /** The same scope with its words in some languages, by their tags (RFC 5646). */
  public Scope inWords(Map<String, String> others) {
    words.clear();
    words.putAll(others);
    return this;
  }

  public String name() {
    return id;
  }

  public String description() {
    return description;
  }

  /** What it allows in the words of a language, or else in those for all of them. */
  public String description(Locale language) {
    return words.getOrDefault(language.toLanguageTag(), description);
  }

  public Map<String, String> words() {
    return Map.copyOf(words);
  }

  public boolean isDefault() {
    return byDefault;
  }

  public boolean isOptional() {
    return optional;
  }

  /** Grows with each change, so that nobody overwrites another's unseen. */
  public int version() {
    return version;
  }
}
