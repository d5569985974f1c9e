package org.sallyport.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
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
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final PrintWriter writer = new PrintWriter(body, true, UTF_8);
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
      case "setContentLength" ->
          headers.put("Content-Length", Integer.toString((int) arguments[0]));
      case "getWriter" -> {
        return writer;
      }
      case "getOutputStream" -> {
        return new Body();
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
    writer.flush();
    return body.toString(UTF_8);
  }

  /** Takes the bytes at once. */
  private final class Body extends ServletOutputStream {

    @Override
    public void write(int octet) {
      body.write(octet);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
