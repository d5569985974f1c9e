package org.sallyport.admin.api.problem;

import jakarta.ejb.ApplicationException;
import jakarta.json.JsonObject;
import java.util.List;
import org.sallyport.oauth.Json;

/** A refused request, RFC 9457 §3; what happened in its transaction is undone. */
@ApplicationException(rollback = true)
public final class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ApiError error;
  private final transient List<Wrong> wrong;
  private final String challenge;

  /** What is wrong with a field of the body or the query, by its name. */
  public record Wrong(String field, String message) {}

  ApiProblem(ApiError error, String detail, List<Wrong> wrong, String challenge) {
    // No stack trace: a refusal is an answer.
    super(detail, null, false, false);
    this.error = error;
    this.wrong = List.copyOf(wrong);
    this.challenge = challenge;
  }

  /** Fields that are wrong, all of them at once. */
  public static ApiProblem of(List<Wrong> wrong) {
    return new ApiProblem(ApiError.INVALID, "see the errors", wrong, null);
  }

  /** A field that is wrong. */
  public static ApiProblem of(String field, String message) {
    return of(List.of(new Wrong(field, message)));
  }

  /** What was changed by somebody else meanwhile, RFC 9110 §13.1.1. */
  public static ApiProblem stale() {
    return ApiError.STALE.because("read it again, and decide anew");
  }

  /** The same refusal, for a field. */
  public ApiProblem at(String field) {
    return new ApiProblem(error, getMessage(), List.of(new Wrong(field, getMessage())), challenge);
  }

  /** The same refusal with a challenge, RFC 6750 §3. */
  public ApiProblem challenging(String text) {
    return new ApiProblem(error, getMessage(), wrong, text);
  }

  public ApiError error() {
    return error;
  }

  /** The value of {@code WWW-Authenticate}; null where none is due. */
  public String challenge() {
    return challenge;
  }

  /** The document that is answered. */
  public JsonObject document() {
    var document =
        Json.object()
            .add("type", error.type())
            .add("title", error.title())
            .add("status", error.status())
            .add("detail", getMessage());
    if (!wrong.isEmpty()) {
      var errors = Json.array();
      wrong.forEach(
          one -> errors.add(Json.object().add("field", one.field()).add("message", one.message())));
      document.add("errors", errors);
    }
    return document.build();
  }
}
