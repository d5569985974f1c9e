package org.sallyport.client;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

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

  public String name() {
    return id;
  }

  public String description() {
    return description;
  }

  public boolean isDefault() {
    return byDefault;
  }
}
