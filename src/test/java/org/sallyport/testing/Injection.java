package org.sallyport.testing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** Fills the injected fields of a bean by type, as a container would. */
public final class Injection {

  private Injection() {}

  /** The bean with its fields filled, each of which must find a value, and ready to serve. */
  public static <T> T into(T bean, Object... values) {
    var all = List.of(values);
    for (var type = bean.getClass(); type != null; type = type.getSuperclass()) {
      Arrays.stream(type.getDeclaredFields())
          .filter(Injection::isInjected)
          .forEach(field -> fill(bean, field, all));
    }
    Arrays.stream(bean.getClass().getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(PostConstruct.class))
        .forEach(method -> call(bean, method));
    return bean;
  }

  private static void call(Object bean, Method method) {
    try {
      method.setAccessible(true);
      method.invoke(bean);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isInjected(Field field) {
    return field.isAnnotationPresent(Inject.class)
        || field.isAnnotationPresent(PersistenceContext.class)
        || field.isAnnotationPresent(EJB.class)
        || field.isAnnotationPresent(Resource.class);
  }

  private static void fill(Object bean, Field field, List<Object> values) {
    var value = values.stream().filter(field.getType()::isInstance).findFirst();
    try {
      field.setAccessible(true);
      field.set(bean, value.orElseThrow(() -> new IllegalArgumentException(field.toString())));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same row with another value in a field, which only the database changes otherwise. */
  public static <T> T set(T row, String name, Object value) {
    try {
      var field = find(row.getClass(), name);
      field.setAccessible(true);
      field.set(row, value);
      return row;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Field find(Class<?> type, String name) throws NoSuchFieldException {
    for (var kind = type; kind != null; kind = kind.getSuperclass()) {
      for (var field : kind.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    throw new NoSuchFieldException(name);
  }
}
