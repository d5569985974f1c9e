package org.sallyport.storage;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does things at the same moment. */
final class Together {

  private Together() {}

  /** The results of as many calls as wanted, all let go at once; a call gets its number. */
  static <T> List<T> run(int times, IntFunction<T> call) {
    var barrier = new CyclicBarrier(times);
    var threads = Executors.newFixedThreadPool(times);
    try {
      var calls =
          IntStream.range(0, times)
              .<Callable<T>>mapToObj(
                  number ->
                      () -> {
                        barrier.await();
                        return call.apply(number);
                      })
              .toList();
      var futures = threads.invokeAll(calls);
      var results = new java.util.ArrayList<T>();
      for (var future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
