package dev.flor.store.sql;

import org.h2.api.JavaObjectSerializer;
import org.h2.util.JdbcUtils;

/**
 * Keeps H2 from making Java objects out of bytes: a query can cast any bytes to one, and reading such a
 * row would run what its class does when it is read.
 */
final class NoJavaObjects implements JavaObjectSerializer {
  private NoJavaObjects() {}

  /** For all of this process, which has no use for them. */
  static void refuse() {
    JdbcUtils.serializer = new NoJavaObjects();
  }

  @Override
  public byte[] serialize(Object object) {
    throw new UnsupportedOperationException("no Java object becomes a value");
  }

  @Override
  public Object deserialize(byte[] bytes) {
    throw new UnsupportedOperationException("no value becomes a Java object");
  }
}
