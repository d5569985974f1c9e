package org.sallyport.store;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that counts changes of clients, scopes and keys. */
@Entity
@Table(name = "change_counter")
@Cacheable(false)
public class Change {

  static final int ONLY = 1;

  @Id private int id;

  @Column(name = "counter")
  private long counter;
}
