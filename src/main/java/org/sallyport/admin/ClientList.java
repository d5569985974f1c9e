package org.sallyport.admin;

import static org.sallyport.admin.list.ListOrder.ASCENDING;
import static org.sallyport.admin.list.ListOrder.DESCENDING;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import org.sallyport.admin.list.ListPlan;
import org.sallyport.admin.list.ListPlan.Option;

/** The list of clients: found by a part of the name, the id or a redirect URI. */
@ApplicationScoped
public class ClientList {

  private static final ListPlan<ClientRow> PLAN =
      ListPlan.of(
              ClientRow.class,
              "Client",
              "e.id",
              "e.name",
              "LENGTH(e.secretDigest)",
              "e.grantTypes",
              "e.redirectUris",
              "e.scopes",
              "e.active",
              "e.createdAt")
          .searched(
              UnaryOperator.identity(),
              "LOWER(e.name) LIKE LOWER(:part) ESCAPE '!' OR e.id LIKE :part ESCAPE '!'"
                  + " OR LOWER(e.redirectText) LIKE LOWER(:part) ESCAPE '!'")
          .filtered(
              "type",
              "clients.type",
              new Option("confidential", "clients.confidential", "e.secretDigest IS NOT NULL"),
              new Option("public", "clients.public", "e.secretDigest IS NULL"))
          .filtered(
              "status",
              "list.status",
              new Option("active", "list.active", "e.active = true"),
              new Option("inactive", "clients.inactive", "e.active = false"))
          .filtered(
              "grant",
              "clients.grants",
              grant("authorization_code", "clients.grant.code"),
              grant("refresh_token", "clients.grant.refresh"),
              grant("client_credentials", "clients.grant.client"))
          .sorted("name", ASCENDING, "LOWER(e.name)")
          .sorted("id", ASCENDING, "e.id")
          .sorted("created", DESCENDING, "e.createdAt");

  private static Option grant(String type, String label) {
    var word = type.replace("_", "!_");
    return new Option(
        type, label, "CONCAT(' ', e.grantText, ' ') LIKE '% " + word + " %' ESCAPE '!'");
  }

  ListPlan<ClientRow> plan() {
    return PLAN;
  }
}
