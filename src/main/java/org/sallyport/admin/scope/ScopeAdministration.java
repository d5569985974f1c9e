package org.sallyport.admin.scope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sallyport.audit.AuditEvent;
import org.sallyport.audit.Difference;
import org.sallyport.client.ScopeRegistry;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;
import org.sallyport.web.page.Failure;

/** What administrators may do to scopes: done, and written to the audit. */
@ApplicationScoped
public class ScopeAdministration {

  @Inject private ScopeRegistry registry;
  @Inject private Event<AuditEvent> audit;
  @Inject private OneTransaction transaction;

  /** What is wrong with a form, field by field. */
  public static List<Failure> failures(ScopeForm form) {
    return ScopeRules.failures(form);
  }

  /** Adds the scope of a form; a form that is sent twice adds one. */
  public List<Failure> create(ScopeForm form, String administratorId) {
    if (registry.find(form.nameText()).isPresent() || !added(form, administratorId)) {
      return isSaved(form) ? List.of() : List.of(Failure.of("name", "scopes.exists"));
    }
    return List.of();
  }

  private boolean added(ScopeForm form, String administratorId) {
    var fields = Difference.between(Map.of(), form.values());
    try {
      return inOne(
          () -> {
            registry.add(form.wanted());
            audit.fire(new AuditEvent.ScopeCreated(form.nameText(), fields, administratorId));
            return true;
          });
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e)) {
        return false;
      }
      throw e;
    }
  }

  private boolean isSaved(ScopeForm form) {
    return registry
        .find(form.nameText())
        .filter(scope -> form.differences(ScopeForm.of(scope)).isEmpty())
        .isPresent();
  }

  /** Changes a scope that still has the version of the form; else tells what it holds now. */
  public List<Failure> change(ScopeForm form, int version, String administratorId) {
    var before = registry.find(form.nameText()).map(ScopeForm::of);
    if (before.isEmpty()) {
      return List.of(Failure.of("save", "scopes.gone"));
    }
    var changes = form.differences(before.get());
    if (changes.isEmpty()) {
      return List.of(); // sent twice, or nothing to do
    }
    if (!changed(form, before.get(), version, administratorId)) {
      var now = registry.find(form.nameText()).map(ScopeForm::of).orElse(before.get());
      return ScopeRules.conflict(form.differences(now));
    }
    return List.of();
  }

  private boolean changed(ScopeForm form, ScopeForm before, int version, String administratorId) {
    var fields = Difference.between(before.values(), form.values());
    return inOne(
        () -> {
          var done = registry.change(form.wanted(), version);
          if (done) {
            audit.fire(new AuditEvent.ScopeChanged(form.nameText(), fields, administratorId));
          }
          return done;
        });
  }

  private <T> T inOne(Supplier<T> steps) {
    return Conflicts.retry(() -> transaction.of(steps));
  }

  /** Removes a scope that no client may have; false where one may. */
  public boolean remove(String name, String administratorId) {
    if (registry.find(name).isEmpty()) {
      return true;
    } else if (Scopes.RESERVED.contains(name)) {
      return false;
    }
    var removed =
        inOne(
            () -> {
              var done = registry.remove(name);
              if (done) {
                audit.fire(new AuditEvent.ScopeDeleted(name, administratorId));
              }
              return done;
            });
    return removed || registry.find(name).isEmpty();
  }
}
