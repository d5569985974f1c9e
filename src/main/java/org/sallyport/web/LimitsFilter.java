package org.sallyport.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import java.util.regex.Pattern;
import org.sallyport.config.ServerSettings;
import org.sallyport.web.words.CurrentLanguage;

/** Turns away what no honest client sends, before anything reads it. */
public class LimitsFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String ASSETS = "/jakarta.faces.resource";

  /**
   * RFC 3986 §3.3 and §5.2.4: path parameters, encoded characters, dot segments and empty ones have
   * fooled many a filter that goes by path; no URL of ours has any.
   */
  private static final Pattern TRICKS = Pattern.compile("[;%\\\\]|//|/\\.\\.?(/|$)");

  private static final String USUAL_TYPE = "application/x-www-form-urlencoded";

  /** As most clients write it, and as a container writes it that adds the encoding by itself. */
  private static final Set<String> USUAL_TYPES =
      Set.of(
          USUAL_TYPE,
          USUAL_TYPE + ";charset=UTF-8",
          USUAL_TYPE + "; charset=UTF-8",
          USUAL_TYPE + ";charset=utf-8",
          USUAL_TYPE + "; charset=utf-8");

  private static final int LONGEST_TYPE = 256; // characters

  /** RFC 9110 §8.3.1; JAX-RS answers a malformed one itself, with a page instead of JSON. */
  private static final Pattern CONTENT_TYPE =
      Pattern.compile(
          "[\\w.+-]++/[\\w.+-]++(?:\\s*+;\\s*+(?:[\\w.-]++=(?:[^\\s;\"]++|\"[^\"]*+\"))?+)*+\\s*+");

  @Inject private transient ServerSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Exchange.remember(request, response);
    CurrentLanguage.forget();
    var path = request.getRequestURI();
    if (TRICKS.matcher(path).find()) {
      Refusal.write(request, response, 400, "this path is not allowed");
    } else if (path.startsWith(ASSETS) && !path.startsWith(ASSETS + ASSETS + "/")) {
      // The mapping for assets would show every page a second time, past rules that go by path.
      Refusal.write(request, response, 404, "nothing is served here");
    } else if (request.getContentLengthLong() > Form.MOST_BYTES) {
      Refusal.write(request, response, 413, "the body is too large");
    } else if (isUnread(request.getHeader("Content-Type"))) {
      Refusal.write(request, response, 415, "send " + USUAL_TYPE);
    } else if (settings.demo() && !isLoopback(request.getLocalAddr())) {
      Refusal.write(request, response, 403, "the demo answers on loopback addresses only");
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Multipart is read by nobody here, and one container fails at a broken one by itself. */
  private static boolean isUnread(String contentType) {
    return contentType != null
        && !USUAL_TYPES.contains(contentType)
        && (contentType.length() > LONGEST_TYPE
            || !CONTENT_TYPE.matcher(contentType).matches()
            || contentType.regionMatches(true, 0, "multipart/", 0, "multipart/".length()));
  }

  private static boolean isLoopback(String address) throws IOException {
    return InetAddress.getByName(address).isLoopbackAddress();
  }
}
