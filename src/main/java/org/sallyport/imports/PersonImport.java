package org.sallyport.imports;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sallyport.audit.AuditEvent;
import org.sallyport.imports.Report.Line;
import org.sallyport.user.Origin;
import org.sallyport.user.User;
import org.sallyport.user.UserRegistry;
import org.sallyport.user.Users;
import org.sallyport.user.hash.HashFormats;
import org.sallyport.user.store.PersonAdmitted;

/** Adds people of other systems; their passwords become ours at the first login. */
@Stateless
public class PersonImport {

  private static final String KIND = "user";
  private static final int LONGEST_NAME = 256; // characters, as the column
  private static final int LONGEST_HASH = 512;

  @Inject private Users users;
  @Inject private UserRegistry registry;
  @Inject private Event<AuditEvent> audit;
  @Inject private Event<PersonAdmitted> admitted;
  @Inject private Clock clock;

  /** Adds whoever is not there yet, in one transaction. */
  public List<Line> take(List<OldPerson> people, Run run) {
    var seen = new HashSet<String>();
    return people.stream().map(person -> take(person, run, seen)).toList();
  }

  private Line take(OldPerson person, Run run, Set<String> seen) {
    var name = person.name();
    if (!isName(name)) {
      return skipped(printable(name), "The name is too long, or not printable.");
    }
    var known = users.named(name);
    if (known.stream().anyMatch(user -> !user.isOutside()) || !seen.add(User.canonical(name))) {
      return Line.of(KIND, name, Outcome.ALREADY_THERE, List.of());
    } else if (!known.isEmpty()) {
      var store = known.get(0).origin().store();
      return skipped(name, "Somebody of this name is kept in the store " + store + ".");
    }
    var notes = new ArrayList<String>();
    var hash = person.hash().filter(PersonImport::isUsable);
    if (hash.isEmpty()) {
      notes.add("The password is kept in a form that is not taken: send a link to choose another.");
    }
    if (person.state() == OldPerson.State.INACTIVE) {
      notes.add("The account was switched off, and is here too.");
    }
    if (!run.isDry()) {
      add(person, hash, run.actor());
    }
    return Line.of(KIND, name, Outcome.IMPORTED, notes);
  }

  private static Line skipped(String name, String reason) {
    return Line.of(KIND, name, Outcome.SKIPPED, List.of(reason));
  }

  private void add(OldPerson person, Optional<String> hash, String actor) {
    var user =
        new User(person.name(), hash.orElse(null), clock.instant()).importedAs(person.mark());
    registry.add(user);
    audit.fire(new AuditEvent.UserCreated(user.id(), actor));
    admitted.fire(new PersonAdmitted(user.id(), Origin.HERE, person.profile()));
    if (person.state() == OldPerson.State.INACTIVE) {
      registry.disable(user.id());
    }
  }

  private static boolean isUsable(String hash) {
    return hash.length() <= LONGEST_HASH && HashFormats.SLOW.take(hash);
  }

  private static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_NAME
        && User.canonical(name).length() <= LONGEST_NAME
        && name.equals(printable(name));
  }

  private static String printable(String name) {
    return name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
  }
}
