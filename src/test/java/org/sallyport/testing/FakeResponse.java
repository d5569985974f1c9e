package org.sallyport.testing;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was written to a response; whatever else is asked of it fails the test. */
public final class FakeResponse implements InvocationHandler {

  private final Map<String, String> headers = new HashMap<>();
  private final List<Cookie> cookies = new ArrayList<>();
  private final StringWriter body = new StringWriter();
  private int status = HttpServletResponse.SC_OK;

  /** The response as servlets see it. */
  public HttpServletResponse build() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, this);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    switch (method.getName()) {
      case "setStatus" -> status = (int) arguments[0];
      case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
      case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
      case "addCookie" -> cookies.add((Cookie) arguments[0]);
      case "getWriter" -> {
        return new PrintWriter(body, true);
      }
      default -> throw new UnsupportedOperationException(method.getName());
    }
    return null;
  }

  public int status() {
    return status;
  }

  public String header(String name) {
    return headers.get(name);
  }

  public List<Cookie> cookies() {
    return cookies;
  }

  public String body() {
    return body.toString();
  }
}
