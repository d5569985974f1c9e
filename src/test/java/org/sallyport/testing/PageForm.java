package org.sallyport.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A form of a page, read from its markup as a browser without scripts reads it. */
public final class PageForm {

  private static final Pattern CONTROL =
      Pattern.compile("(?s)<input\\b[^>]*>|<textarea\\b[^>]*>[^<]*");

  /** A name with its value. */
  public record Field(String name, String value) {}

  private final String markup;

  PageForm(String markup) {
    this.markup = markup;
  }

  /** The address that it is sent to. */
  public String action() {
    return attribute(markup.substring(0, markup.indexOf('>')), "action");
  }

  boolean has(String name) {
    return controls().anyMatch(tag -> attribute(tag, "name").equals(name));
  }

  String value(String name) {
    return controls()
        .filter(tag -> attribute(tag, "name").equals(name))
        .map(tag -> field(tag).value())
        .findFirst()
        .orElseThrow();
  }

  /** What is sent by a button with these fields filled in as name, value, name, value. */
  public List<Field> filled(String button, String... values) {
    var fields = new ArrayList<Field>();
    controls().filter(tag -> isSent(tag, button)).map(PageForm::field).forEach(fields::add);
    for (var i = 0; i < values.length; i += 2) {
      var name = values[i];
      fields.removeIf(field -> field.name().equals(name));
    }
    for (var i = 0; i < values.length; i += 2) {
      fields.add(new Field(values[i], values[i + 1]));
    }
    return fields;
  }

  private Stream<String> controls() {
    return CONTROL.matcher(markup).results().map(hit -> hit.group());
  }

  private static boolean isSent(String tag, String button) {
    return switch (attribute(tag, "type")) {
      case "submit" -> attribute(tag, "name").equals(button);
      case "checkbox", "radio" -> tag.contains("checked");
      default -> true;
    };
  }

  private static Field field(String tag) {
    var end = tag.indexOf('>') + 1;
    var value =
        tag.startsWith("<textarea") ? plain(tag.substring(end)).strip() : attribute(tag, "value");
    return new Field(attribute(tag, "name"), value);
  }

  private static String attribute(String tag, String name) {
    var hit = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
    return hit.find() ? plain(hit.group(1)) : "";
  }

  private static String plain(String text) {
    return text.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
