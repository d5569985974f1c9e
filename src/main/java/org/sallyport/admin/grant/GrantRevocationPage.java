package org.sallyport.admin.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sallyport.admin.Administrator;
import org.sallyport.client.ClientRegistry;
import org.sallyport.store.Conflicts;
import org.sallyport.token.revoke.Revocations;
import org.sallyport.token.revoke.Selection;
import org.sallyport.user.User;
import org.sallyport.user.Users;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/** Ends many grants: chosen by a GET, counted, and ended by a form that names the same choice. */
@Named
@RequestScoped
public class GrantRevocationPage {

  private static final String PATH = GrantsPage.PATH + "/revoke";

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private Users users;
  @Inject private ClientRegistry clients;
  @Inject private Revocations revocations;

  private User user;
  private User person;
  private Selection selection;
  private long count;
  private final List<Failure> failures = new ArrayList<>();

  /** Reads the choice and counts. */
  public void open() {
    var address =
        PATH
            + "?user=%s&client=%s&before=%s"
                .formatted(encoded(getUser()), encoded(getClient()), encoded(getBefore()));
    user = administrator.require(address).orElse(null);
    if (user != null && !(getUser() + getClient() + getBefore()).isEmpty()) {
      choose();
    }
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  private void choose() {
    var person = getUser().isEmpty() ? Optional.<String>empty() : person();
    var client = Optional.of(getClient()).filter(id -> !id.isEmpty());
    if (client.isPresent() && clients.find(client.get()).isEmpty()) {
      failures.add(Failure.of("client", "grants.unknown.client"));
    }
    var before = getBefore().isEmpty() ? Optional.<Instant>empty() : before();
    if (failures.isEmpty()) {
      selection = new Selection(person, client, before);
      count = revocations.count(selection);
    }
  }

  /** An id is one person's; a name may be that of several, in different stores. */
  private Optional<String> person() {
    var found = users.find(getUser()).map(List::of).orElseGet(() -> users.named(getUser()));
    if (found.size() != 1) {
      var key = found.isEmpty() ? "grants.unknown.user" : "grants.ambiguous.user";
      failures.add(Failure.of("user", key));
      return Optional.empty();
    }
    person = found.get(0);
    return Optional.of(person.id());
  }

  private Optional<Instant> before() {
    try {
      return Optional.of(LocalDate.parse(getBefore()).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      failures.add(Failure.of("before", "grants.unknown.day"));
      return Optional.empty();
    }
  }

  /** Ends what was chosen. */
  public void revoke() {
    open();
    if (selection == null) {
      return;
    }
    if (!administrator.isGenuine()) {
      failures.add(Failure.of("revoke", "page.expired"));
      return;
    }
    var ended = Conflicts.retry(() -> revocations.revoke(selection, user.id()));
    page.goOn(GrantsPage.PATH + "?ended=" + ended);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private String text(String name) {
    var value = Optional.ofNullable(page.parameter(name)).orElse("").strip();
    return value.length() > 256 ? value.substring(0, 256) : value;
  }

  public String getUser() {
    return text("user");
  }

  /** Whose grants they are; null where they are of everybody. */
  public String getPerson() {
    return person == null ? null : person.username();
  }

  public String getPersonId() {
    return person == null ? "" : person.id();
  }

  public String getPersonStore() {
    return person == null ? "" : person.origin().store();
  }

  public String getClient() {
    return text("client");
  }

  public String getBefore() {
    return text("before");
  }

  /** The day, where it is one: a browser complains of any other text in a field for days. */
  public String getDay() {
    return getBefore().matches("\\d{4}-\\d{2}-\\d{2}") ? getBefore() : "";
  }

  public String getCsrf() {
    return administrator.csrf();
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  public List<Failure> getFailures() {
    return failures;
  }

  /** What is wrong with a field, by its name. */
  public Map<String, String> getWrong() {
    return failures.stream().collect(Collectors.toMap(Failure::field, Failure::text));
  }

  public boolean isChosen() {
    return selection != null;
  }

  public long getCount() {
    return count;
  }

  /** Whether tokens that clients got for themselves end too. */
  public boolean isForClients() {
    return selection != null && selection.userId().isEmpty();
  }
}
