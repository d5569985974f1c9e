package org.sallyport.testing;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.List;

/** What a container hands to beans: all beans of a type, and events. */
public final class Beans {

  private Beans() {}

  /** All beans of a type. */
  @SuppressWarnings("unchecked")
  @SafeVarargs
  public static <T> Instance<T> of(T... beans) {
    var all = List.of(beans);
    return (Instance<T>)
        Proxy.newProxyInstance(
            Beans.class.getClassLoader(),
            new Class<?>[] {Instance.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "stream" -> all.stream();
                  case "iterator" -> all.iterator();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** An event whose observers are a list that keeps what was fired. */
  @SuppressWarnings("unchecked")
  public static <T> Event<T> eventsInto(List<? super T> fired) {
    return (Event<T>)
        Proxy.newProxyInstance(
            Beans.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("fire")) {
                throw new UnsupportedOperationException(method.getName());
              }
              fired.add((T) arguments[0]);
              return null;
            });
  }
}
