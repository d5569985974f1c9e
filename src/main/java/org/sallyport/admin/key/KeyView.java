package org.sallyport.admin.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sallyport.key.KeyState;
import org.sallyport.key.StoredKey;

/** A signing key in the timeline. */
public record KeyView(StoredKey key, Optional<Duration> period) {

  /** A step of its life: the key of its words, its time, and whether it is the present one. */
  public record Step(String label, Instant at, boolean current) {

    public String getLabel() {
      return "keys.step." + label;
    }

    public Instant getAt() {
      return at;
    }

    public boolean isCurrent() {
      return current;
    }
  }

  public String getKid() {
    return key.id();
  }

  /** The key of the state's word. */
  public String getState() {
    return "keys.state." + key.state();
  }

  public boolean isActive() {
    return key.state() == KeyState.ACTIVE;
  }

  public boolean isRetired() {
    return key.state() == KeyState.RETIRED;
  }

  public boolean isServed() {
    return key.state().isServed();
  }

  public boolean isOfFile() {
    return key.isOfFile();
  }

  /** What was, is and will be. */
  public List<Step> getSteps() {
    var steps = new ArrayList<Step>();
    var state = key.state();
    steps.add(new Step("published", key.createdAt(), state == KeyState.PUBLISHED));
    if (state == KeyState.PUBLISHED) {
      steps.add(new Step("will", key.signsFrom(), false));
    } else if (key.retiredAt() == null || !key.signsFrom().isAfter(key.retiredAt())) {
      steps.add(new Step("active", key.signsFrom(), state == KeyState.ACTIVE));
    }
    if (state == KeyState.ACTIVE && period.isPresent()) {
      steps.add(new Step("until", key.signsFrom().plus(period.get()), false));
    } else if (state == KeyState.RETIRED) {
      steps.add(new Step("retired", key.retiredAt(), true));
      steps.add(new Step("removed", key.removeAt(), false));
    } else if (state == KeyState.WITHDRAWN) {
      steps.add(new Step("withdrawn", key.retiredAt(), true));
    }
    return steps;
  }
}
