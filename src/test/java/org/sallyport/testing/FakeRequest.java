package org.sallyport.testing;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The few things of a request that unit tests need; whatever else is asked fails the test. */
public final class FakeRequest implements InvocationHandler {

  private final Map<String, Object> answers = new HashMap<>();
  private final Map<String, List<String>> headers = new HashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final List<Cookie> cookies = new ArrayList<>();

  private FakeRequest() {
    answers.put("getRequestURI", "/");
    answers.put("getRemoteAddr", "192.0.2.1");
    answers.put("getLocalAddr", "127.0.0.1");
    answers.put("getContentLengthLong", -1L);
    answers.put("getContentType", null);
  }

  /** A request for a path. */
  public static FakeRequest to(String path) {
    return new FakeRequest().answering("getRequestURI", path);
  }

  /** A request that comes from an address. */
  public static FakeRequest from(String address) {
    return new FakeRequest().answering("getRemoteAddr", address);
  }

  /** The same request with another answer of one of its methods. */
  public FakeRequest answering(String method, Object answer) {
    answers.put(method, answer);
    return this;
  }

  /** The same request with one more header. */
  public FakeRequest header(String name, String value) {
    headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(value);
    return this;
  }

  /** The same request with one more cookie. */
  public FakeRequest cookie(String name, String value) {
    cookies.add(new Cookie(name, value));
    return this;
  }

  /** The request as servlets see it. */
  public HttpServletRequest build() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, this);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "getHeaders" -> Collections.enumeration(values(arguments[0]));
      case "getHeader" -> values(arguments[0]).stream().findFirst().orElse(null);
      case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
      case "getAttribute" -> attributes.get((String) arguments[0]);
      case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
      default -> answer(method.getName());
    };
  }

  private List<String> values(Object header) {
    return headers.getOrDefault(((String) header).toLowerCase(Locale.ROOT), List.of());
  }

  private Object answer(String method) {
    if (!answers.containsKey(method)) {
      throw new UnsupportedOperationException(method);
    }
    return answers.get(method);
  }
}
