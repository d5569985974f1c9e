package org.sallyport.admin.api.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.client.ClientAdministration;
import org.sallyport.client.secret.ClientSecret;
import org.sallyport.client.secret.SecretUses;
import org.sallyport.oauth.Randomness;

/** What the API does to secrets. */
@ApplicationScoped
public class SecretBook {

  private static final Duration LONGEST = Duration.ofDays(90);

  @Inject private ClientBook clients;
  @Inject private SecretUses uses;
  @Inject private ClientAdministration administration;

  /** The living secrets of a client, the oldest first. */
  List<SecretView> of(String clientId) {
    var client = clients.require(clientId);
    return client.secrets().stream().map(this::view).toList();
  }

  private SecretView view(ClientSecret secret) {
    var used =
        Stream.of(secret.lastUsed(), uses.find(secret.id()))
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
    return new SecretView(secret.id(), secret.createdAt(), secret.expiresAt(), used);
  }

  /** Adds a secret beside the one before. */
  SecretView.Made add(String clientId, SecretView.Wanted wanted, String by) {
    var client = clients.require(clientId);
    if (!client.isConfidential()) {
      throw ApiError.CONFLICT.because("a public client has no secret");
    }
    wanted.clientSecret().ifPresent(text -> ClientBook.checkSecret(text, client.type()));
    var overlap = wanted.keepOld().orElse(Duration.ZERO);
    if (overlap.compareTo(LONGEST) > 0) {
      throw ApiProblem.of("keep_old", "it must be P90D at most");
    }
    var known = client.secrets();
    var newest = known.isEmpty() ? "" : known.get(known.size() - 1).id();
    var secret = wanted.clientSecret().orElseGet(Randomness::secret);
    var row =
        administration
            .addSecret(clientId, newest, secret, overlap, by)
            .orElseThrow(() -> ApiError.CONFLICT.because("two secrets live already: end one"));
    return new SecretView.Made(view(row), secret);
  }

  void end(String clientId, String id, String by) {
    clients.require(clientId);
    if (!administration.endSecret(clientId, id, by)) {
      throw ApiError.MISSING.because("the client has no such secret alive");
    }
  }
}
