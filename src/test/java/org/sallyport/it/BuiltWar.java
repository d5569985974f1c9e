package org.sallyport.it;

import java.io.File;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it was built, and the tests that run inside it. */
final class BuiltWar {

  private BuiltWar() {}

  static Archive<?> with(Class<?>... tests) {
    return ShrinkWrap.create(ZipImporter.class, "sallyport.war")
        .importFrom(new File("target/sallyport.war"))
        .as(WebArchive.class)
        .addClasses(tests);
  }
}
