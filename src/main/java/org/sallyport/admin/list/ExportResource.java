package org.sallyport.admin.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.sallyport.config.ServerSettings;
import org.sallyport.login.Flow;
import org.sallyport.login.Flows;
import org.sallyport.login.Logins;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.Parameters;

/** A list as a file, for administrators: the rows that its page's URL chooses, all of them. */
@ApplicationScoped
@Path("/admin/{list:[a-z]+}/export.{format:csv|json}")
public class ExportResource {

  @Inject private ListExport export;
  @Inject private Logins logins;
  @Inject private Flows flows;
  @Inject private ServerSettings settings;
  @Inject private Clock clock;

  @GET
  public Response get(
      @PathParam("list") String name,
      @PathParam("format") String format,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response) {
    var list = export.find(name).orElseThrow(NotFoundException::new);
    var parameters = FormDecoder.parse(request.getQueryString());
    var state =
        ListState.read(list.plan(), key -> parameters.all(key).stream().findFirst().orElse(null));
    var login = logins.current(request);
    if (login.isEmpty()) {
      return logIn("/admin/" + name + state.query(), request, response);
    }
    if (!login.get().user().isAdministrator()) {
      throw new NotFoundException();
    }
    return file(list, state, format);
  }

  /** Back to the list, as nobody sees that a file has come after a login. */
  private Response logIn(String path, HttpServletRequest request, HttpServletResponse response) {
    var flow = Flow.of(path, Parameters.NONE, clock.instant());
    var login = settings.url("/login?tx=" + flows.seal(flow, request, response));
    return Response.seeOther(URI.create(login)).build();
  }

  private <T> Response file(AdminList<T> list, ListState state, String format) {
    StreamingOutput rows = out -> export.write(list, state, format, out);
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var name = "sallyport-%s-%s.%s".formatted(list.name(), today, format);
    return Response.ok(rows)
        .type(format.equals("csv") ? "text/csv; charset=UTF-8; header=present" : "application/json")
        .header("Content-Disposition", "attachment; filename=\"" + name + '"')
        .build();
  }
}
