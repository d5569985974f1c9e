package org.sallyport.testing;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An extension of `examples`, compiled against the server and put into a copy of its WAR. */
public final class Extension {

  /** Of this process alone, as tests run in several. */
  private static final Path WORK =
      Container.project("target/examples").resolve(Long.toString(ProcessHandle.current().pid()));

  private Extension() {}

  /** The WAR with the jar of an example. */
  public static Path inWar(String example) {
    try {
      var jar = jar(example);
      var war = WORK.resolve(example + ".war");
      Files.copy(
          Container.project("target/sallyport.war"), war, StandardCopyOption.REPLACE_EXISTING);
      try (var content = FileSystems.newFileSystem(war)) {
        Files.copy(jar, content.getPath("WEB-INF", "lib", jar.getFileName().toString()));
      }
      return war;
    } catch (IOException e) {
      throw new IllegalStateException("the example is not built: " + example, e);
    }
  }

  /** An example that is an application of its own, by its directory, below another name. */
  public static Path war(String example, String name) {
    var source = Container.project("examples").resolve(example).resolve("src/main");
    try {
      var classes = Files.createDirectories(WORK.resolve(name).resolve("classes"));
      compile(source.resolve("java"), classes);
      var war =
          ShrinkWrap.create(WebArchive.class)
              .merge(content(classes), "WEB-INF/classes")
              .merge(content(source.resolve("resources")), "WEB-INF/classes")
              .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
      var file = WORK.resolve(name + ".war");
      war.as(ZipExporter.class).exportTo(file.toFile(), true);
      return file;
    } catch (IOException e) {
      throw new IllegalStateException("the example is not built: " + example, e);
    }
  }

  private static GenericArchive content(Path directory) {
    var archive = ShrinkWrap.create(GenericArchive.class);
    return Files.isDirectory(directory)
        ? archive
            .as(ExplodedImporter.class)
            .importDirectory(directory.toFile())
            .as(GenericArchive.class)
        : archive;
  }

  private static Path jar(String example) throws IOException {
    var source = Container.project("examples").resolve(example);
    var classes = Files.createDirectories(WORK.resolve(example).resolve("classes"));
    compile(source.resolve("src"), classes);
    var jar = WORK.resolve("sallyport-ext-" + example + ".jar");
    ShrinkWrap.create(JavaArchive.class)
        .as(ExplodedImporter.class)
        .importDirectory(classes.toFile())
        .as(JavaArchive.class)
        .addAsManifestResource(source.resolve("META-INF/beans.xml").toFile(), "beans.xml")
        .as(ZipExporter.class)
        .exportTo(jar.toFile(), true);
    return jar;
  }

  private static void compile(Path source, Path classes) throws IOException {
    try (var files = Files.walk(source)) {
      var options = List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      var sources = files.filter(file -> file.toString().endsWith(".java")).map(Path::toString);
      var arguments = Stream.concat(options.stream(), sources).toArray(String[]::new);
      if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments) != 0) {
        throw new IllegalStateException("the example does not compile: " + source);
      }
    }
  }
}
