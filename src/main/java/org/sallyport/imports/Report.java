package org.sallyport.imports;

import java.util.List;
import java.util.Optional;

/** What became of each row of a batch, without any credential. */
public record Report(
    boolean dryRun, long imported, long alreadyThere, long skipped, List<Line> rows) {

  /**
   * One row.
   *
   * @param kind client, user, refresh_token or scope
   * @param name the client's id, or the username
   * @param clientId of a refresh token
   */
  public record Line(
      String kind, String name, Optional<String> clientId, Outcome outcome, List<String> notes) {

    public Line {
      notes = List.copyOf(notes);
    }

    static Line of(String kind, String name, Outcome outcome, List<String> notes) {
      return new Line(kind, name, Optional.empty(), outcome, notes);
    }
  }

  static Report of(Batch batch, List<Line> rows) {
    return new Report(
        batch.isDry(),
        count(rows, Outcome.IMPORTED),
        count(rows, Outcome.ALREADY_THERE),
        count(rows, Outcome.SKIPPED),
        List.copyOf(rows));
  }

  private static long count(List<Line> rows, Outcome outcome) {
    return rows.stream().filter(row -> row.outcome() == outcome).count();
  }
}
