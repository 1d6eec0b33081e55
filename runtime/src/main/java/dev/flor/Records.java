package dev.flor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records, by reflection: the runtime also loads where they do not exist yet. */
final class Records {
  private static final Method COMPONENTS = method(Class.class, "getRecordComponents");

  private Records() {}

  static boolean isRecord(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return parent != null && parent.getName().equals("java.lang.Record");
  }

  /** The components of a record in their declared order. */
  static Map<String, Object> components(Object object) {
    Map<String, Object> components = new LinkedHashMap<>();
    for (Object component : (Object[]) call(COMPONENTS, object.getClass())) {
      String name = (String) call(method(component.getClass(), "getName"), component);
      Method accessor = (Method) call(method(component.getClass(), "getAccessor"), component);
      accessor.setAccessible(true);
      components.put(name, call(accessor, object));
    }
    return components;
  }

  private static Object call(Method method, Object on) {
    try {
      return method.invoke(on);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(method + " cannot be called", e);
    }
  }

  private static Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException e) {
      return null; // before Java 16: there are no records to ask
    }
  }
}
