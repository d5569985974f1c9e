package org.sallyport.testing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;

/** A page's request and answer without Faces. */
public final class FakePage extends CurrentPage {

  private final HttpServletRequest request;
  private final Map<String, List<String>> parameters = new HashMap<>();
  private String next;
  private Problem problem;

  /** The page that a request asks for. */
  public FakePage(FakeRequest request) {
    this.request = request.build();
  }

  /** The same page with a parameter of its form. */
  public FakePage with(String name, String... values) {
    parameters.put(name, Stream.of(values).filter(Objects::nonNull).toList());
    return this;
  }

  /** The path that it went on to; null where it stayed. */
  public String next() {
    return next;
  }

  /** What it was refused with, or null. */
  public Problem problem() {
    return problem;
  }

  @Override
  public HttpServletRequest request() {
    return request;
  }

  @Override
  public HttpServletResponse response() {
    return new FakeResponse().build();
  }

  @Override
  public String parameter(String name) {
    return parameters(name).stream().findFirst().orElse(null);
  }

  @Override
  public List<String> parameters(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  @Override
  public void goOn(String path) {
    next = path;
  }

  @Override
  public void refuse(Problem refused) {
    problem = refused;
  }

  @Override
  public void status(int status, Duration retryAfter) {}
}
