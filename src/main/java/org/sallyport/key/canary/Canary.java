package org.sallyport.key.canary;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A known text, sealed: it tells at start whether the encryption key is this database's. */
@Entity
@Table(name = "canary")
@Cacheable(false)
public class Canary {

  static final int ONLY = 1;

  @Id private int id;

  @Column(name = "sealed")
  private String sealed;

  protected Canary() {}

  Canary(String sealed) {
    this.id = ONLY;
    this.sealed = sealed;
  }

  String sealed() {
    return sealed;
  }

  void reseal(String text) {
    sealed = text;
  }
}
