package org.sallyport.cli.client;

import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.sallyport.cli.terminal.CommandFailure;
import picocli.CommandLine.Option;

/** What is on or off for a client; what is not said stays as it is. */
final class ClientSwitches {

  @Option(
      names = {"--trusted"},
      negatable = true,
      description =
          "Risk: people are never asked for their consent. Refused where answers go to the person’s"
              + " own device.")
  private Optional<Boolean> trusted;

  @Option(
      names = "--force-trust",
      description =
          "ownCloud’s word for trusting a client on localhost; refused here, as any program of that"
              + " machine could take its answers.")
  private boolean forceTrust;

  @Option(
      names = {"--allow-subdomains", "--allow-sub-domains"},
      negatable = true,
      description = "Risk: hosts below the registered one get answers, too.")
  private Optional<Boolean> subdomains;

  @Option(
      names = "--allow-localhost-port",
      negatable = true,
      description = "Risk: the port of localhost is free.")
  private Optional<Boolean> localhostPort;

  @Option(
      names = "--allow-private-schemes",
      negatable = true,
      description = "Risk: redirect URIs may have the application’s own scheme, such as oc:.")
  private Optional<Boolean> privateSchemes;

  @Option(
      names = {"--allow-plain-text-pkce", "--allow-plain-pkce"},
      negatable = true,
      description = "Risk: the code challenge method plain is accepted.")
  private Optional<Boolean> plainPkce;

  @Option(
      names = "--allow-missing-pkce",
      negatable = true,
      description = "Risk: a code may be had without a challenge, by a client with a secret.")
  private Optional<Boolean> missingPkce;

  @Option(
      names = "--may-introspect",
      negatable = true,
      description = "It is a resource server that may ask about every token.")
  private Optional<Boolean> introspects;

  void addTo(JsonObjectBuilder body) {
    if (forceTrust) {
      throw CommandFailure.usage(
          "--force-trust: a client on localhost is never trusted, as any program of that machine"
              + " could take its answers; people are asked once and remembered.");
    }
    var all = new LinkedHashMap<String, Optional<Boolean>>();
    all.put("trusted", trusted);
    all.put("allow_subdomains", subdomains);
    all.put("allow_localhost_port", localhostPort);
    all.put("allow_private_schemes", privateSchemes);
    all.put("allow_plain_pkce", plainPkce);
    all.put("allow_missing_pkce", missingPkce);
    all.put("may_introspect", introspects);
    all.forEach((name, value) -> value.ifPresent(on -> body.add(name, on)));
  }
}
