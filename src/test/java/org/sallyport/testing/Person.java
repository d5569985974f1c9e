package org.sallyport.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A person with a browser of their own: cookies, forms and redirects, without scripts. */
public final class Person {

  private static final int MOST_REDIRECTS = 10;

  private final Server server;
  private final Http http;
  private final String username;
  private final String password;
  private final Map<String, String> cookies = new TreeMap<>();
  private String language;

  private Person(Server server, String username, String password) {
    this.server = server;
    this.http = new Http(server);
    this.username = username;
    this.password = password;
  }

  /** One of the demo's people, whose browser is new. */
  public static Person of(Server server, String demoName) {
    return new Person(server, demoName, demoName + "-in-demo-land");
  }

  /** Anyone, by name and password, whose browser is new. */
  public static Person with(Server server, String username, String password) {
    return new Person(server, username, password);
  }

  /** The same person, whose browser asks for a language. */
  public Person speaking(String tag) {
    language = tag;
    return this;
  }

  public String username() {
    return username;
  }

  /** The cookies, which a test may change. */
  public Map<String, String> cookies() {
    return cookies;
  }

  /** Opens an address and follows redirects as long as they stay at this server. */
  public Page open(String address) {
    return follow(address, get(address));
  }

  /** Opens an address without following its redirect. */
  public Answer get(String address) {
    return keep(http.get(address, headers()));
  }

  /** Presses a button with fields filled in as name, value, name, value, and follows. */
  public Page press(Page page, String button, String... values) {
    var form = page.form(button);
    return follow(form.action(), post(form.action(), form.filled(button, values)));
  }

  /** Presses a button without following the redirect. */
  public Answer send(Page page, String button, String... values) {
    var form = page.form(button);
    return post(form.action(), form.filled(button, values));
  }

  /** Logs in on a login page with the right password. */
  public Page logIn(Page page) {
    return press(page, "login", "username", username, "password", password);
  }

  /** Logs in, without any application. */
  public Person loggedIn() {
    logIn(open("/login"));
    return this;
  }

  /** Opens an authorize request and says yes to all that is asked. */
  public Page allow(String address) {
    var page = open(address);
    if (page.has("login")) {
      page = logIn(page);
    }
    return page.has("allow") ? press(page, "allow") : page;
  }

  private Answer post(String address, List<PageForm.Field> fields) {
    var form =
        fields.stream()
            .map(field -> Http.form(field.name(), field.value()))
            .collect(Collectors.joining("&"));
    return keep(http.post(address, form, headers()));
  }

  private Page follow(String address, Answer first) {
    var answer = first;
    var at =
        address.startsWith("http") ? URI.create(address) : URI.create(server.address() + address);
    for (var i = 0; i < MOST_REDIRECTS && !answer.header("Location").isEmpty(); i++) {
      at = URI.create(answer.header("Location"));
      if (!at.toString().startsWith(server.issuer() + "/")) {
        return new Page(at, answer);
      }
      answer = get(at.toString());
    }
    return new Page(at, answer);
  }

  private String[] headers() {
    var headers = new ArrayList<>(List.of("Accept", "text/html,application/xhtml+xml"));
    if (language != null) {
      headers.addAll(List.of("Accept-Language", language));
    }
    if (!cookies.isEmpty()) {
      headers.add("Cookie");
      headers.add(
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return headers.toArray(String[]::new);
  }

  private Answer keep(Answer answer) {
    for (var line : answer.headers().allValues("Set-Cookie")) {
      var pair = line.substring(0, (line + ";").indexOf(';')).split("=", 2);
      if (line.contains("Max-Age=0") || line.contains("1970")) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    return answer;
  }
}
