package org.sallyport.web.brand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The deployer's logo and colours; their addresses carry a digest of the content. */
@ApplicationScoped
@Path("/brand")
public class BrandEndpoint {

  private static final String A_WEEK = "public, max-age=604800";

  @Inject private Brand brand;

  @GET
  @Path("/logo")
  public Response logo() {
    return answer(brand.logo().orElseThrow(NotFoundException::new), brand.logoType());
  }

  @GET
  @Path("/colours.css")
  public Response colours() {
    return answer(brand.style().orElseThrow(NotFoundException::new), "text/css");
  }

  private static Response answer(Object content, String type) {
    return Response.ok(content).type(type).header("Cache-Control", A_WEEK).build();
  }
}
