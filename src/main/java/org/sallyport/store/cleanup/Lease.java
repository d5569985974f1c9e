package org.sallyport.store.cleanup;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The right to do a piece of work alone among all nodes, until it runs out. */
@Entity
@Table(name = "lease")
@Cacheable(false)
public class Lease {

  @Id private String id;

  @Column(name = "owner")
  private String owner;

  @Column(name = "expires_at")
  private Instant expiresAt;
}
