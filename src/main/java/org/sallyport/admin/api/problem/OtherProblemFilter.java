package org.sallyport.admin.api.problem;

import jakarta.json.JsonException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.sallyport.oauth.Json;

/** What fails outside the API's own code, such as a method that is not served, in its form too. */
@Provider
public class OtherProblemFilter implements ContainerResponseFilter {

  private static final String PLACE = "admin/api/";

  @Override
  public void filter(ContainerRequestContext incoming, ContainerResponseContext outgoing) {
    if (outgoing.getStatus() < 400) {
      return;
    }
    var path = incoming.getUriInfo().getPath();
    var type = Optional.ofNullable(outgoing.getMediaType()).map(MediaType::toString).orElse("");
    if (type.startsWith(ApiProblemMapper.TYPE)
        || !(path.startsWith(PLACE) || path.startsWith("/" + PLACE))) {
      return;
    }
    outgoing.getHeaders().remove("WWW-Authenticate");
    outgoing.setEntity(
        document(outgoing), new Annotation[0], MediaType.valueOf(ApiProblemMapper.TYPE));
  }

  /** RFC 9457 §4.2.1: without a type of its own a problem is its status. */
  private static String document(ContainerResponseContext outgoing) {
    var status = outgoing.getStatus();
    var document =
        Json.object()
            .add("type", "about:blank")
            .add("title", outgoing.getStatusInfo().getReasonPhrase())
            .add("status", status);
    var detail = status == 415 ? "send JSON" : text(outgoing, "error_description");
    document.add("detail", detail.isEmpty() ? "the request can’t be answered" : detail);
    var trace = text(outgoing, "trace_id");
    if (!trace.isEmpty()) {
      document.add("trace_id", trace);
    }
    return document.build().toString();
  }

  private static String text(ContainerResponseContext outgoing, String member) {
    try {
      return outgoing.getEntity() instanceof String body
          ? Json.parse(body).getString(member, "")
          : "";
    } catch (JsonException e) {
      return "";
    }
  }
}
