package org.sallyport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.sallyport.cli.client.ClientCommand;
import org.sallyport.cli.database.DatabaseCommand;
import org.sallyport.cli.imports.ImportCommand;
import org.sallyport.cli.keys.KeysCommand;
import org.sallyport.cli.remote.LoginCommand;
import org.sallyport.cli.remote.LogoutCommand;
import org.sallyport.cli.terminal.ExitCode;
import org.sallyport.cli.token.TokensCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: {@code java -jar sallyport-cli.jar}. */
@Command(
    name = "sallyport",
    description = "Administers Sallyport, an OAuth 2.0 authorization server.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Sallyport.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:wrong usage, nothing was tried",
      "3:no right to do it",
      "4:the server or database does not answer"
    })
public final class Sallyport {

  /** By name, in the order of the help; a line here adds a command. */
  private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("login", LoginCommand::new);
    COMMANDS.put("logout", LogoutCommand::new);
    COMMANDS.put("client", ClientCommand::new);
    COMMANDS.put("tokens", TokensCommand::new);
    COMMANDS.put("keys", KeysCommand::new);
    COMMANDS.put("db", DatabaseCommand::new);
    COMMANDS.put("import", ImportCommand::new);
    COMMANDS.put("generate-completion", GenerateCompletion::new);
  }

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Also say where in the program a failure came from.")
  private boolean verbose;

  private Sallyport() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String... arguments) {
    var out = writer(FileDescriptor.out);
    var code = run(out, writer(FileDescriptor.err), arguments);
    out.flush();
    System.exit(code);
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    var root = new Sallyport();
    var line = new CommandLine(root);
    commands(arguments).forEach((name, command) -> line.addSubcommand(name, command.get()));
    var failures = new Failures(() -> root.verbose);
    line.setOut(out).setErr(err).setExpandAtFiles(false);
    line.setParameterExceptionHandler(failures::misused);
    line.setExecutionExceptionHandler(failures::failed);
    // Java has lost what the terminal's encoding does not have.
    return String.join("", arguments).contains("\uFFFD")
        ? failures.say(line, "An argument is no text here; set LC_ALL to C.UTF-8.", ExitCode.USAGE)
        : line.execute(arguments);
  }

  /** The one that is called, as making all of them takes time; all where help may be asked for. */
  private static Map<String, Supplier<Object>> commands(String... arguments) {
    var first = arguments.length == 0 ? "" : arguments[0];
    return COMMANDS.containsKey(first) && !first.equals("generate-completion")
        ? Map.of(first, COMMANDS.get(first))
        : COMMANDS;
  }

  /** UTF-8, whatever the platform takes for its own. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    OutputStream stream = new FileOutputStream(descriptor);
    return new PrintWriter(stream, true, UTF_8);
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"sallyport " + Sallyport.class.getPackage().getImplementationVersion()};
    }
  }
}
