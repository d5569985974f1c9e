package org.sallyport.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sallyport.config.source.ConfigurationException;

class KeyFilesTest {

  private static final int READERS = 8;

  @TempDir private Path folder;

  @RepeatedTest(20)
  void whoReadsAtTheSameMomentReadsTheSame() throws Exception {
    var barrier = new CyclicBarrier(READERS);
    var file = folder.resolve("new/encryption.key");
    var texts = Collections.synchronizedSet(new HashSet<String>());
    var threads =
        IntStream.range(0, READERS)
            .mapToObj(number -> new Thread(() -> texts.add(make(file, barrier, "key " + number))))
            .toList();
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }

    assertThat(texts).containsExactly(Files.readString(file).strip());
  }

  private static String make(Path file, CyclicBarrier barrier, String content) {
    try {
      barrier.await();
      return KeyFiles.readOrMake(file, () -> content);
    } catch (Exception e) {
      return e.toString();
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> KeyFiles.readOrMake(file.resolve("key"), () -> "key"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("sallyport.data: ");
  }
}
