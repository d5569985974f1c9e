package org.sallyport.admin.api.description;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.oauth.Parameters;

/** What the query of a request chooses, and which page of it. */
public record Query(Parameters parameters, int page, int size) {

  static final String PAGE = "page";
  static final String SIZE = "size";

  /** Items of a page where none is said, and at most. */
  public static final int USUAL_SIZE = 50;

  public static final int LARGEST_SIZE = 200;

  private static final int LAST_PAGE = 1_000_000;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,7}");

  /**
   * Reads it.
   *
   * @throws ApiProblem when page or size are no numbers in their bounds
   */
  public static Query of(HttpServletRequest request) {
    var parameters = QueryFilter.read(request);
    return new Query(
        parameters,
        number(parameters, PAGE, 1, LAST_PAGE),
        number(parameters, SIZE, USUAL_SIZE, LARGEST_SIZE));
  }

  private static int number(Parameters parameters, String name, int usual, int most) {
    var text = parameters.find(name);
    if (text.isEmpty()) {
      return usual;
    }
    var number = DIGITS.matcher(text.get()).matches() ? Integer.parseInt(text.get()) : 0;
    if (number < 1 || number > most) {
      throw ApiProblem.of(name, "it must be a number from 1 to " + most);
    }
    return number;
  }

  public Optional<String> find(String name) {
    return parameters.find(name);
  }

  /**
   * A time.
   *
   * @throws ApiProblem when it is none
   */
  public Optional<Instant> time(String name) {
    try {
      // As a column holds it, which is narrower than an Instant.
      return find(name).map(text -> Instant.ofEpochMilli(Instant.parse(text).toEpochMilli()));
    } catch (DateTimeException | ArithmeticException e) {
      throw ApiProblem.of(name, "it must be a time in UTC, such as 2030-01-31T12:00:00Z");
    }
  }

  /** How many rows stand before this page. */
  public int first() {
    return (page - 1) * size;
  }
}
