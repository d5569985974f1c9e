package org.sallyport.config;

/** The operating system and processor, as the JVM names them. */
public record Platform(String system, String architecture) {

  /** Where this JVM runs. */
  public static Platform current() {
    return new Platform(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  @Override
  public String toString() {
    return system + " on " + architecture;
  }
}
