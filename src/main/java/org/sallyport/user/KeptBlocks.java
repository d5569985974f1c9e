package org.sallyport.user;

import java.util.ArrayDeque;
import java.util.Queue;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * Memory for one hash after another, in the same order each time. It is erased once, when a hash is
 * done; the library's own pool does that before the next one again.
 */
final class KeptBlocks implements BlockPool {

  private final BlockPool eraser = new FixedBlockPool(0);
  private final Queue<Block> erased;
  private final int most;

  KeptBlocks(int most) {
    this.most = most;
    this.erased = new ArrayDeque<>(most);
  }

  @Override
  public Block allocate() {
    var kept = erased.poll();
    return kept == null ? new Block() : kept;
  }

  @Override
  public void deallocate(Block block) {
    eraser.deallocate(block);
    if (erased.size() < most) {
      erased.add(block);
    }
  }
}
