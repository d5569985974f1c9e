package org.sallyport.imports;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sallyport.audit.AuditEvent;
import org.sallyport.audit.Difference;
import org.sallyport.client.Scope;
import org.sallyport.client.ScopeRegistry;
import org.sallyport.imports.Report.Line;
import org.sallyport.oauth.Scopes;

/** Adds scopes that clients of another system had and nobody has registered here. */
@Stateless
public class ScopeImport {

  @Inject private ScopeRegistry registry;
  @Inject private Event<AuditEvent> audit;

  /** Adds those that are missing, in one transaction; only they are reported. */
  public List<Line> take(Scopes wanted, Scopes defaults, Run run) {
    var lines = new ArrayList<Line>();
    for (var name : wanted.names()) {
      if (registry.find(name).isEmpty()) {
        if (!run.isDry()) {
          add(name, defaults, run.actor());
        }
        var note = "People see its name when they are asked: give it words on its page.";
        lines.add(Line.of("scope", name, Outcome.IMPORTED, List.of(note)));
      }
    }
    return lines;
  }

  private void add(String name, Scopes defaults, String actor) {
    var scope = new Scope(name, name);
    registry.add(defaults.contains(name) ? scope.asDefault() : scope);
    var fields = Map.of("description", name, "by_default", defaults.contains(name) ? "true" : "");
    audit.fire(new AuditEvent.ScopeCreated(name, Difference.between(Map.of(), fields), actor));
  }
}
