package org.sallyport.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sallyport.oauth.Parameters;

/** A request for a page whose parameters are those that we have read, not the container's guess. */
final class PageRequest extends HttpServletRequestWrapper {

  private final Map<String, String[]> parameters = new LinkedHashMap<>();

  PageRequest(HttpServletRequest request, Parameters read) {
    super(request);
    read.asMap().forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
  }

  @Override
  public String getParameter(String name) {
    var values = parameters.get(name);
    return values == null ? null : values[0];
  }

  @Override
  public String[] getParameterValues(String name) {
    var values = parameters.get(name);
    return values == null ? null : values.clone();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Collections.unmodifiableMap(parameters);
  }
}
