package org.sallyport.imports;

/** The name of a client as people will see it: printable, and no longer than names are here. */
final class ImportedName {

  private static final int LONGEST = 100; // characters, as the rules of clients have it

  private ImportedName() {}

  static String of(OldRow row, String id) {
    var name =
        row.find("name")
            .map(text -> text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]", " ").strip())
            .filter(text -> !text.isEmpty())
            .orElse(id);
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST).strip();
  }
}
