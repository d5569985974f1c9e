package org.sallyport.admin.api.user;

import java.time.Instant;
import java.util.Optional;
import org.sallyport.admin.api.json.Flat;
import org.sallyport.admin.api.json.Text;
import org.sallyport.user.User;

/** A person, without the password's hash. */
@Text("A person")
public record UserView(
    @Text("The id, for ever: the sub of tokens") String id,
    @Flat UserSettings settings,
    @Text("The store that keeps the person; built-in is this server") String store,
    @Text("What that store calls the person") String storeId,
    @Text("Whether there is a password here") boolean hasPassword,
    @Text("Whether another password must be chosen at the next sign-in") boolean mustChangePassword,
    @Text("When the password was set") Optional<Instant> passwordChangedAt,
    @Text("When the person was added") Instant createdAt,
    @Text("When the person was last changed") Instant updatedAt) {

  static UserView of(User user) {
    return new UserView(
        user.id(),
        UserSettings.of(user),
        user.origin().store(),
        user.origin().storeId(),
        user.hasPassword(),
        user.mustChangePassword(),
        user.passwordChangedAt(),
        user.createdAt(),
        user.updatedAt());
  }

  /** A person to add. */
  @Text("A person to add; without a password they get a link to choose one")
  public record Wanted(
      @Text("The name that is typed to sign in") String username,
      @Text("Whether the person may administer this server") Optional<Boolean> administrator,
      @Text("A first password, which is told to the person") Optional<String> password,
      @Text("Whether another one must be chosen at the first sign-in; usually so")
          Optional<Boolean> mustChangePassword) {

    @Override
    public String toString() {
      return "a person to add";
    }
  }

  /** A person who was added just now. */
  @Text("A person who was added just now")
  public record Made(
      @Flat UserView user,
      @Text("Where the person chooses a password, told this once; null where there is one")
          Optional<Link> resetLink) {}

  /** A link to choose a password. */
  @Text("A link to choose a new password, told this once; those before it end")
  public record Link(String url, Instant expiresAt) {}
}
