package org.sallyport.admin.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.admin.Administrator;
import org.sallyport.client.Client;
import org.sallyport.client.ClientRegistry;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;
import org.sallyport.web.page.Failure;

/** What the pages of one client share: who asks, for which client, and what is wrong. */
@RequestScoped
public class ClientDesk {

  private static final int LONGEST_ID = 128;

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private ClientRegistry registry;

  private final List<Failure> failures = new ArrayList<>();
  private User user;
  private Client client;

  /** Whether an administrator asks for a client that exists; else the answer is given. */
  boolean enter(String path) {
    var id = text("id");
    user = administrator.require(address(path, id)).orElse(null);
    if (user == null) {
      return false;
    }
    client = id.length() > LONGEST_ID ? null : registry.find(id).orElse(null);
    // MariaDB finds "id " for "id".
    if (client == null || !client.id().equals(id)) {
      client = null;
      page.refuse(Problem.of(404));
    }
    return client != null;
  }

  /** The same for a form, which must be ours too. */
  boolean enterGenuine(String path) {
    if (!enter(path)) {
      return false;
    }
    if (!administrator.isGenuine()) {
      failures.add(Failure.of("main", "page.expired"));
      return false;
    }
    return true;
  }

  /** Whether the client is known by now, or whoever asks has an answer that is none. */
  boolean isEntered() {
    return user != null;
  }

  /** Reads the client anew, after somebody has changed it. */
  void reload() {
    client = registry.find(client.id()).orElse(client);
  }

  static String address(String path, String id) {
    return path + "?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  String text(String parameter) {
    var value = page.parameter(parameter);
    return value == null ? "" : value;
  }

  User user() {
    return user;
  }

  Client client() {
    return client;
  }

  List<Failure> failures() {
    return failures;
  }

  String csrf() {
    return administrator.csrf();
  }
}
