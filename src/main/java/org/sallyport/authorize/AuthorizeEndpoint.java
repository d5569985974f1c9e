package org.sallyport.authorize;

import static org.sallyport.oauth.OAuthError.ACCESS_DENIED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sallyport.config.ServerSettings;
import org.sallyport.login.ExpiredFlow;
import org.sallyport.login.Flow;
import org.sallyport.login.FlowAddress;
import org.sallyport.login.Flows;
import org.sallyport.login.Login;
import org.sallyport.login.Logins;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.MetadataContributor;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.web.Form;
import org.sallyport.web.Problem;
import org.sallyport.web.words.Asked;

/** The authorization endpoint, RFC 6749 §3.1; it comes back here after each page. */
@ApplicationScoped
@Path("/authorize")
public class AuthorizeEndpoint implements MetadataContributor {

  @Inject private RedirectTarget targets;
  @Inject private AuthorizePipeline pipeline;
  @Inject private ResponseTypes types;
  @Inject private Flows flows;
  @Inject private Logins logins;
  @Inject private ServerSettings server;
  @Inject private Clock clock;

  @GET
  public Response get(@Context HttpServletRequest request, @Context HttpServletResponse response) {
    return decode(() -> FormDecoder.parse(request.getQueryString()), request, response);
  }

  @POST
  @Consumes("application/x-www-form-urlencoded")
  public Response post(
      InputStream body,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response) {
    return decode(() -> Form.read(body), request, response);
  }

  private Response decode(
      Supplier<Parameters> source, HttpServletRequest request, HttpServletResponse response) {
    try {
      return authorize(source.get(), request, response);
    } catch (OAuthException malformed) {
      return show(new Problem(malformed.status(), "error.request", developer(malformed)), request);
    }
  }

  private Response authorize(
      Parameters sent, HttpServletRequest request, HttpServletResponse response) {
    Asked.remember(request, sent);
    var flow = flow(sent, request);
    if (flow.isEmpty()) {
      return show(ExpiredFlow.PROBLEM, request);
    }
    AuthorizeRequest found;
    try {
      found = targets.find(flow.get());
    } catch (RedirectTarget.Unknown unknown) {
      return show(unknown.problem(), request);
    }
    try {
      return answer(found, request, response);
    } catch (OAuthException refused) {
      return tell(
          found,
          Map.of("error", refused.error().code(), "error_description", refused.description()));
    }
  }

  /** A new flow, or the one that a page of ours sends back, which begins again when it is old. */
  private Optional<Flow> flow(Parameters sent, HttpServletRequest request) {
    var now = clock.instant();
    var tx = sent.all("tx");
    if (tx.isEmpty()) {
      var known = sent.only(AuthorizeRequest.PARAMETERS);
      return Optional.of(Flow.of(FlowAddress.AUTHORIZE, known, now));
    }
    return flows
        .open(tx.get(0), request)
        .filter(flow -> flow.path().equals(FlowAddress.AUTHORIZE))
        .map(flow -> flow.isExpired(now) ? flow.restarted(now) : flow);
  }

  private Response answer(
      AuthorizeRequest request, HttpServletRequest http, HttpServletResponse response) {
    pipeline.check(request);
    if (request.flow().answer() == Flow.Answer.DENIED) {
      throw ACCESS_DENIED.because("the person denied the request");
    }
    var login = logins.recall(http, response);
    var page = pipeline.nextPage(request, login);
    if (page.isPresent()) {
      var tx = flows.seal(request.flow(), http, response);
      return seeOther(server.url(page.get() + "?tx=" + tx));
    }
    return give(request, login.orElseThrow(), http);
  }

  private Response give(AuthorizeRequest request, Login login, HttpServletRequest http) {
    return types
        .of(request)
        .answer(request, login)
        .map(answer -> tell(request, answer))
        .orElseGet(() -> show(new Problem(400, "error.answered", null), http));
  }

  /** RFC 9207 §2: every answer names the issuer. */
  private Response tell(AuthorizeRequest request, Map<String, String> answer) {
    var all = new LinkedHashMap<>(answer);
    request.state().ifPresent(state -> all.put("state", state));
    all.put("iss", server.issuer());
    return seeOther(ResponseLocation.of(request.redirectUri(), types.modeOf(request), all));
  }

  /** RFC 9700 §4.12: 303, so that no form is ever posted again elsewhere. */
  private static Response seeOther(String location) {
    return Response.seeOther(URI.create(location)).header("Cache-Control", "no-store").build();
  }

  private static Response show(Problem problem, HttpServletRequest request) {
    problem.show(request);
    return Response.status(problem.status()).build();
  }

  private static Problem.Developer developer(OAuthException refused) {
    return new Problem.Developer(refused.error().code(), refused.description(), null, null, null);
  }

  @Override
  public void contribute(JsonObjectBuilder metadata, String issuer) {
    metadata
        .add("authorization_endpoint", issuer + FlowAddress.AUTHORIZE)
        .add("response_types_supported", Json.array(types.names()))
        .add("response_modes_supported", Json.array(types.modes()))
        .add("code_challenge_methods_supported", Json.array(List.of("S256")))
        .add("prompt_values_supported", Json.array(List.of("none", "login", "consent")))
        .add("authorization_response_iss_parameter_supported", true);
  }
}
