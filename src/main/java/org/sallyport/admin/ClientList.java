package org.sallyport.admin;

import static org.sallyport.admin.list.ListOrder.ASCENDING;
import static org.sallyport.admin.list.ListOrder.DESCENDING;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.sallyport.admin.list.AdminList;
import org.sallyport.admin.list.ListPlan;
import org.sallyport.admin.list.ListPlan.Option;

/** The list of clients: found by a part of the name, the id or a redirect URI. */
@ApplicationScoped
public class ClientList implements AdminList<ClientRow> {

  /** What a search looks at. */
  public static final String FOUND_BY =
      "LOWER(e.name) LIKE :part OR e.name LIKE :typed OR LOWER(e.id) LIKE :part"
          + " OR LOWER(e.redirectText) LIKE :part";

  private static final String LAST_USED =
      "(SELECT MAX(s.lastUsedMillis) FROM ClientSecret s WHERE s.clientId = e.id)";

  private static final ListPlan<ClientRow> PLAN =
      ListPlan.of(
              ClientRow.class,
              "Client",
              "e.id",
              "e.name",
              "e.confidential",
              "e.grantTypes",
              "e.redirectUris",
              "e.scopes",
              "e.active",
              "e.createdAt",
              LAST_USED,
              "e.publisher",
              "e.tokenFormat",
              "e.responseProfile",
              "e.trusted",
              "e.plainPkce",
              "e.optionalPkce",
              "e.allowSubdomains",
              "e.allowLocalhost",
              "e.privateSchemes",
              "e.codeLifetime",
              "e.accessLifetime",
              "e.refreshLifetime",
              "e.refreshIdle")
          .searched(text -> text.toLowerCase(Locale.ROOT), FOUND_BY)
          .filtered(
              "type",
              "clients.type",
              new Option("confidential", "clients.confidential", "e.confidential = true"),
              new Option("public", "clients.public", "e.confidential = false"))
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
              grant("client_credentials", "clients.grant.client"),
              grant("urn:ietf:params:oauth:grant-type:device_code", "clients.grant.device"),
              grant("password", "clients.grant.password"),
              grant("implicit", "clients.grant.implicit"))
          .sorted("name", ASCENDING, "LOWER(e.name)")
          .sorted("id", ASCENDING, "e.id")
          .sorted("created", DESCENDING, "e.createdAt")
          // Those that were never used come first or last, as each database has it.
          .sorted("used", DESCENDING, LAST_USED);

  /** One word of the column; its underscore stands for any character, which harms nothing. */
  private static Option grant(String type, String label) {
    return new Option(
        type,
        label,
        "(e.grantText = '%1$s' OR e.grantText LIKE '%1$s %%' OR e.grantText LIKE '%% %1$s'"
                .formatted(type)
            + " OR e.grantText LIKE '%% %1$s %%')".formatted(type));
  }

  @Override
  public String name() {
    return "clients";
  }

  @Override
  public ListPlan<ClientRow> plan() {
    return PLAN;
  }

  @Override
  public List<Field<ClientRow>> fields() {
    return List.of(
        new Field<>("client_id", ClientRow::id),
        new Field<>("client_name", ClientRow::name),
        new Field<>("confidential", ClientRow::isConfidential),
        new Field<>("grant_types", ClientRow::grantTypes),
        new Field<>("redirect_uris", ClientRow::redirectUris),
        new Field<>("scopes", row -> row.scopes().names()),
        new Field<>("active", ClientRow::active),
        new Field<>("created_at", ClientRow::createdAt),
        new Field<>("last_used", ClientRow::getLastUsed),
        new Field<>("publisher", ClientRow::publisher),
        new Field<>("token_format", ClientRow::tokenFormat),
        new Field<>("response_profile", ClientRow::responseProfile),
        new Field<>("trusted", ClientRow::trusted),
        new Field<>("plain_pkce", ClientRow::plainPkce),
        new Field<>("optional_pkce", ClientRow::optionalPkce),
        new Field<>("allow_subdomains", ClientRow::allowSubdomains),
        new Field<>("allow_localhost", ClientRow::allowLocalhost),
        new Field<>("private_schemes", ClientRow::privateSchemes),
        new Field<>("code_lifetime", row -> ClientRow.text(row.codeLifetime())),
        new Field<>("access_lifetime", row -> ClientRow.text(row.accessLifetime())),
        new Field<>("refresh_lifetime", row -> ClientRow.text(row.refreshLifetime())),
        new Field<>("refresh_idle", row -> ClientRow.text(row.refreshIdle())));
  }
}
