package org.sallyport.admin.scope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.ScopeRegistry;
import org.sallyport.store.Conflicts;
import org.sallyport.user.User;
import org.sallyport.web.page.Failure;

/** What administrators may do to scopes: done, and written to the audit. */
@ApplicationScoped
public class ScopeAdministration {

  @Inject private ScopeRegistry registry;
  @Inject private Event<AuditEvent> audit;

  /** Adds the scope of a form; a form that is sent twice adds one. */
  List<Failure> create(ScopeForm form, User administrator) {
    if (registry.find(form.nameText()).isPresent() || !added(form)) {
      return isSaved(form) ? List.of() : List.of(Failure.of("name", "scopes.exists"));
    }
    audit.fire(new AuditEvent.ScopeCreated(form.nameText(), administrator.id()));
    return List.of();
  }

  private boolean added(ScopeForm form) {
    try {
      Conflicts.retry(
          () -> {
            registry.add(form.wanted());
            return null;
          });
      return true;
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
  List<Failure> change(ScopeForm form, int version, User administrator) {
    var before = registry.find(form.nameText()).map(ScopeForm::of);
    if (before.isEmpty()) {
      return List.of(Failure.of("save", "scopes.gone"));
    }
    var changes = form.differences(before.get());
    if (changes.isEmpty()) {
      return List.of(); // sent twice, or nothing to do
    }
    if (!Conflicts.retry(() -> registry.change(form.wanted(), version))) {
      var now = registry.find(form.nameText()).map(ScopeForm::of).orElse(before.get());
      return ScopeRules.conflict(form.differences(now));
    }
    var fields = String.join(" ", changes.keySet());
    audit.fire(new AuditEvent.ScopeChanged(form.nameText(), fields, administrator.id()));
    return List.of();
  }

  /** Removes a scope that no client may have; false where one may. */
  boolean remove(String name, User administrator) {
    if (registry.find(name).isEmpty()) {
      return true;
    }
    if (!registry.remove(name)) {
      return registry.find(name).isEmpty();
    }
    audit.fire(new AuditEvent.ScopeDeleted(name, administrator.id()));
    return true;
  }
}
