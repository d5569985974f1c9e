package org.sallyport.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.junit.jupiter.api.Test;

class KeptBlocksTest {

  @Test
  void whatAHashLeavesInABlockIsErasedBeforeTheBlockIsKept() throws Exception {
    var kept = new KeptBlocks(2);
    var block = kept.allocate();
    Arrays.fill(content(block), 7);
    kept.deallocate(block);

    assertThat(content(block)).containsOnly(0);
    assertThat(kept.allocate()).isSameAs(block);
  }

  @Test
  void blocksComeInTheSameOrderAgainAndNoMoreAreKeptThanOneHashNeeds() {
    var kept = new KeptBlocks(2);
    var three = new Block[] {kept.allocate(), kept.allocate(), kept.allocate()};
    for (var block : three) {
      kept.deallocate(block);
    }

    assertThat(kept.allocate()).isSameAs(three[0]);
    assertThat(kept.allocate()).isSameAs(three[1]);
    assertThat(kept.allocate()).isNotIn((Object[]) three);
  }

  private static long[] content(Block block) throws ReflectiveOperationException {
    var field = Block.class.getDeclaredField("v");
    field.setAccessible(true);
    return (long[]) field.get(block);
  }
}
