package org.sallyport.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes and changes people as an administrator does, on the pages. */
public final class People {

  /** A good password for anyone. */
  public static final String PASSWORD = "grey hills and a kettle";

  private static final Pattern LINK =
      Pattern.compile("<dd class=\"code\">(http[^<]*/password/reset\\?token=[0-9A-Za-z]{64})</dd>");

  private static final Pattern ID = Pattern.compile("/admin/users/edit\\?id=([0-9a-f-]{36})");

  private final Server server;
  private final Person administrator;

  public People(Server server) {
    this(server, Person.of(server, "admin").loggedIn());
  }

  /** The same, done by another administrator, who is logged in. */
  public People(Server server, Person administrator) {
    this.server = server;
    this.administrator = administrator;
  }

  public Person administrator() {
    return administrator;
  }

  /** A person of a name that nobody has, who logs in with {@link #PASSWORD}. */
  public Made person(String name) {
    return made(name, create(name, "initial_password", PASSWORD, "access", "password"));
  }

  /** An administrator likewise. */
  public Made administrator(String name) {
    return made(
        name,
        create(name, "initial_password", PASSWORD, "access", "password", "administrator", "true"));
  }

  /** A person who must choose another password than {@link #PASSWORD}. */
  public Made newcomer(String name) {
    return made(
        name,
        create(name, "initial_password", PASSWORD, "access", "password", "must_change", "true"));
  }

  private Made made(String name, Page page) {
    var hit = ID.matcher(page.address().toString());
    if (!hit.find()) {
      throw new AssertionError("not created: " + page.body());
    }
    return new Made(hit.group(1), Person.with(server, name, PASSWORD));
  }

  /** The page after the form for a new person was sent, without what is checked by default. */
  public Page create(String name, String... fields) {
    var page = administrator.open("/admin/users/new");
    var all = new ArrayList<>(List.of("username", name));
    all.addAll(List.of(fields));
    if (!all.contains("must_change")) {
      all.addAll(List.of("must_change", "false"));
    }
    return administrator.press(page, "create", all.toArray(String[]::new));
  }

  /** The page of a person. */
  public Page edit(String id) {
    return administrator.open("/admin/users/edit?id=" + id);
  }

  /** Presses a button on the page of a person. */
  public Page press(String id, String button, String... fields) {
    return administrator.press(edit(id), button, fields);
  }

  /** The address in a new link to choose a password. */
  public String resetLink(String id) {
    return linkIn(press(id, "reset"));
  }

  /** The address in the link that a page shows. */
  public static String linkIn(Page page) {
    var hit = LINK.matcher(page.body());
    if (!hit.find()) {
      throw new AssertionError("no link: " + page.body());
    }
    return hit.group(1);
  }

  /** The id of the person whose page another page leads to. */
  public static String idIn(Page page) {
    var hit = ID.matcher(page.body());
    if (!hit.find()) {
      throw new AssertionError("no person: " + page.body());
    }
    return hit.group(1);
  }

  /** A person made here: the id, and a browser that nobody is logged in with. */
  public record Made(String id, Person person) {}
}
