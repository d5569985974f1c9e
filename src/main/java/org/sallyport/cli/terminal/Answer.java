package org.sallyport.cli.terminal;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How a command answers: as text for people, or as JSON for programs. */
public final class Answer {

  private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\x00-\\x7E]]");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = FormatReader.class,
      description = "How to answer: text (or plain) for people, json for programs.")
  private Format format;

  /** Prints the JSON, or the lines for people. */
  public void show(JsonStructure json, List<String> lines) {
    var out = command.commandLine().getOut();
    if (format == Format.JSON) {
      var pretty = Map.of(JsonGenerator.PRETTY_PRINTING, true);
      var text = new StringWriter();
      Json.createWriterFactory(pretty).createWriter(text).write(json);
      out.println(escaped(text.toString()));
    } else {
      lines.forEach(line -> out.println(printable(line)));
    }
    out.flush();
  }

  /**
   * The same JSON, RFC 8259 §7, in which no name of somebody else steers a terminal. Below U+0080
   * the writer escapes such characters itself.
   */
  static String escaped(String json) {
    return STEERING
        .matcher(json)
        .replaceAll(
            hit ->
                hit.group().chars().mapToObj("\\\\u%04x"::formatted).collect(Collectors.joining()));
  }

  /**
   * What is not the answer itself, such as advice: on the error stream, so that nobody parses it.
   */
  public void remark(String sentence) {
    command.commandLine().getErr().println(printable(sentence));
  }

  /** Names come from other people: none may move the cursor or turn what stands beside it. */
  public static String printable(String line) {
    return line.replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]", "\uFFFD");
  }

  private enum Format {
    TEXT,
    JSON;

    /** Shown in completions. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final class FormatReader implements ITypeConverter<Format> {
    @Override
    public Format convert(String value) {
      return switch (value) {
        case "text", "plain" -> Format.TEXT;
        case "json" -> Format.JSON;
        default ->
            throw new TypeConversionException("'" + value + "' is none of text, plain, json");
      };
    }
  }
}
