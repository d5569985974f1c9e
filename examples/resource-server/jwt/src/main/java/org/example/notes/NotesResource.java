package org.example.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** What is protected: roles say what a token must be able to. */
@RequestScoped
@Path("/notes")
public class NotesResource {

  @GET
  @Produces("text/plain")
  @RolesAllowed("read")
  public String read(@Context SecurityContext caller) {
    return "notes of " + caller.getUserPrincipal().getName();
  }

  @POST
  @Produces("text/plain")
  @RolesAllowed("write")
  public String write(@Context SecurityContext caller) {
    return "noted for " + caller.getUserPrincipal().getName();
  }
}
