package org.sallyport.user;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;

/** Which store keeps a person, and that store's own name for them, which never changes there. */
@Embeddable
public class Origin {

  /** The store of the people who are kept in our own table. */
  public static final String HERE = "built-in";

  @Column(name = "store")
  private String store;

  /** The canonical name of those who are kept here. */
  @Column(name = "store_id")
  private String storeId;

  /** The digest of what the store changes with the password; null where it tells nothing. */
  @Column(name = "store_stamp")
  private String stamp;

  protected Origin() {}

  /** Of somebody outside. */
  public Origin(String store, String storeId) {
    this.store = store;
    this.storeId = storeId;
  }

  static Origin here(String canonicalName) {
    return new Origin(HERE, canonicalName);
  }

  boolean isHere() {
    return store.equals(HERE);
  }

  public String store() {
    return store;
  }

  public String storeId() {
    return storeId;
  }

  /** The digest of what the store changes with the password; empty where it tells nothing. */
  public Optional<String> stamp() {
    return Optional.ofNullable(stamp).filter(digest -> !digest.isEmpty());
  }
}
