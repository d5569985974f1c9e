package org.sallyport.config.source;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads a settings record from MicroProfile Config; {@code KEY_FILE} reads a value from a file. */
public final class SettingsReader {

  /** Stands in a key for the name that an operator chose. */
  public static final String NAME = "NAME";

  private record Value(String text, String source) {}

  private final Config config;
  private final String name;

  public SettingsReader(Config config) {
    this(config, NAME);
  }

  private SettingsReader(Config config, String name) {
    this.config = config;
    this.name = name;
  }

  /**
   * The record with every component read and checked.
   *
   * @throws ConfigurationException when a value is wrong
   */
  public static <T extends Record> T read(Class<T> type) {
    return read(type, NAME);
  }

  /** The record of one of several that a setting names, whose name stands in all its keys. */
  public static <T extends Record> T read(Class<T> type, String name) {
    // Ours, as some threads that ask for a connection have no context class loader.
    var loader = SettingsReader.class.getClassLoader();
    return new SettingsReader(ConfigProvider.getConfig(loader), name).record(type);
  }

  private String key(Setting setting) {
    return setting.key().replace(NAME, name);
  }

  public <T extends Record> T record(Class<T> type) {
    var components = type.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values = Arrays.stream(components).map(this::component).toArray();
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      var wrong = ConfigurationException.in(e);
      throw wrong != null ? wrong : new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object component(RecordComponent component) {
    var setting = component.getAnnotation(Setting.class);
    var value = find(setting);
    var optional = component.getType() == Optional.class;
    if (value.isEmpty()) {
      return optional ? Optional.empty() : convert(component.getType(), setting, "", "default");
    }
    var text = value.get().text();
    if (optional) {
      return Optional.of(text);
    }
    return convert(component.getType(), setting, text, value.get().source());
  }

  private Optional<Value> find(Setting setting) {
    var direct = lookUp(key(setting));
    var file = lookUp(key(setting) + "_FILE").or(() -> lookUp(key(setting) + ".file"));
    if (direct.isPresent() && file.isPresent()) {
      throw new ConfigurationException(
          key(setting) + " is set directly and by a file at once; keep one of the two.");
    }
    return direct
        .or(() -> file.map(value -> content(setting, value)))
        .or(() -> Optional.of(setting.value()).filter(v -> !v.isEmpty()).map(this::byDefault));
  }

  private Value byDefault(String text) {
    return new Value(text, "default");
  }

  private Optional<Value> lookUp(String key) {
    var value = config.getConfigValue(key);
    return Optional.ofNullable(value.getValue())
        .filter(text -> !text.isBlank())
        .map(text -> new Value(text.strip(), value.getSourceName()));
  }

  private Value content(Setting setting, Value file) {
    try {
      var text = Files.readString(Path.of(file.text()), StandardCharsets.UTF_8).strip();
      return new Value(text, "file " + file.text());
    } catch (IOException | RuntimeException e) {
      throw new ConfigurationException(
          "%s_FILE (%s): the file %s cannot be read; give a readable UTF-8 file."
              .formatted(key(setting), file.source(), file.text()));
    }
  }

  private Object convert(Class<?> type, Setting setting, String text, String source) {
    if (type == String.class) {
      return text;
    } else if (type == Path.class) {
      return Path.of(text).toAbsolutePath().normalize();
    } else if (type == Duration.class) {
      return duration(setting, text, source);
    } else if (type == boolean.class) {
      return bool(setting, text, source);
    } else if (type == int.class) {
      return number(setting, text, source);
    } else if (type == List.class) {
      return Arrays.stream(text.split("[,\\s]+")).filter(item -> !item.isEmpty()).toList();
    }
    throw new IllegalStateException("no reader for " + type);
  }

  private Duration duration(Setting setting, String text, String source) {
    try {
      return Durations.parse(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw wrong(
          setting, text, source, "is not an ISO-8601 duration; write it like PT10M or P30D");
    }
  }

  private boolean bool(Setting setting, String text, String source) {
    return switch (text) {
      case "true" -> true;
      case "false", "" -> false;
      default -> throw wrong(setting, text, source, "is neither true nor false; write one of them");
    };
  }

  private int number(Setting setting, String text, String source) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw wrong(setting, text, source, "is not a whole number; write digits only");
    }
  }

  private ConfigurationException wrong(Setting setting, String text, String source, String what) {
    var shown = setting.secret() ? "the value" : '"' + text + '"';
    return new ConfigurationException(
        "%s (%s): %s %s.".formatted(key(setting), source, shown, what));
  }
}
