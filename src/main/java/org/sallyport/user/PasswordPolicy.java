package org.sallyport.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passay.DefaultPasswordValidator;
import org.passay.PasswordData;
import org.passay.PasswordValidator;
import org.passay.RuleResultDetail;
import org.passay.dictionary.ArrayWordList;
import org.passay.dictionary.WordListDictionary;
import org.passay.rule.DictionaryRule;
import org.passay.rule.IllegalRegexRule;
import org.passay.rule.LengthRule;
import org.passay.rule.UsernameRule;
import org.sallyport.config.PasswordSettings;

/**
 * What a new password must be, NIST SP 800-63B §3.1.1.2: long, not the name, and none of those that
 * everybody tries first. It asks for no digits or signs, which make passwords worse.
 */
@ApplicationScoped
public class PasswordPolicy {

  /** What is wrong with a password. */
  public enum Weakness {
    SHORT,
    LONG,
    UNPRINTABLE,
    USERNAME,
    COMMON;

    /** Its words in the message bundle; those of {@link #SHORT} take the fewest characters. */
    public String key() {
      return "password." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Shorter names are part of too many good passwords. */
  private static final int SHORTEST_NAME = 4;

  /** A password that says the same up to so many characters again and again. */
  private static final int SHORTEST_UNIT = 4;

  private static final Pattern AROUND = Pattern.compile("^\\P{L}+|\\P{L}+$");
  private static final Pattern REPETITION = Pattern.compile("^(.+?)\\1+$");

  private DictionaryRule common;
  private PasswordValidator validator;
  private int shortest;

  protected PasswordPolicy() {}

  @Inject
  public PasswordPolicy(PasswordSettings settings) {
    common = new DictionaryRule(dictionary());
    shortest = settings.length();
    validator =
        new DefaultPasswordValidator(
            DefaultPasswordValidator.NULL_MESSAGE_RESOLVER,
            DefaultPasswordValidator.NO_ENTROPY_PROVIDER,
            new LengthRule(shortest, PasswordHasher.LONGEST),
            new IllegalRegexRule("\\p{Cc}", false),
            new UsernameRule(false, true));
  }

  /** The fewest characters of a password. */
  public int shortest() {
    return shortest;
  }

  /** What is wrong with a password for the person of this name; empty when it is good. */
  public Set<Weakness> weaknesses(String password, String username) {
    var found = EnumSet.noneOf(Weakness.class);
    var prepared = PasswordHasher.prepared(password);
    if (prepared.length() > PasswordHasher.LONGEST) {
      return EnumSet.of(Weakness.LONG);
    } else if (prepared.isEmpty()) {
      return EnumSet.of(Weakness.SHORT);
    }
    validator.validate(data(prepared, username)).getDetails().stream()
        .map(PasswordPolicy::weakness)
        .forEach(found::add);
    if (isCommon(prepared.toLowerCase(Locale.ROOT))) {
      found.add(Weakness.COMMON);
    }
    return found;
  }

  private static PasswordData data(String password, String username) {
    var name = User.canonical(username);
    return name.length() < SHORTEST_NAME
        ? new PasswordData(password)
        : new PasswordData(name, password);
  }

  private static Weakness weakness(RuleResultDetail detail) {
    return switch (detail.getErrorCode()) {
      case LengthRule.ERROR_CODE_MIN -> Weakness.SHORT;
      case LengthRule.ERROR_CODE_MAX -> Weakness.LONG;
      case IllegalRegexRule.ERROR_CODE -> Weakness.UNPRINTABLE;
      default -> Weakness.USERNAME;
    };
  }

  /** Whether it is a common one, also twice or with digits and signs around it. */
  private boolean isCommon(String password) {
    var repetition = REPETITION.matcher(password);
    var unit = repetition.matches() ? repetition.group(1) : password;
    return unit.length() <= SHORTEST_UNIT && !unit.equals(password)
        || Stream.of(password, unit, bare(password), bare(unit))
            .filter(word -> !word.isEmpty())
            .anyMatch(word -> !common.validate(new PasswordData(word)).isValid());
  }

  private static String bare(String word) {
    return AROUND.matcher(word).replaceAll("");
  }

  private static WordListDictionary dictionary() {
    try (var stream = PasswordPolicy.class.getResourceAsStream("common-passwords.txt");
        var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      var words = lines.lines().filter(line -> !line.startsWith("#")).distinct().sorted();
      return new WordListDictionary(new ArrayWordList(words.toArray(String[]::new)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
