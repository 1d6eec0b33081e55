package dev.flor.tribuo;

import dev.flor.checkpoint.CheckpointAdapter;
import java.io.IOException;
import org.tribuo.Model;
import org.tribuo.protos.core.ModelProto;

/** Trained models, which never change, in Tribuo's own format. */
public final class ModelAdapter implements CheckpointAdapter<Model<?>> {
  @Override
  public Class<?> type() {
    return Model.class;
  }

  @Override
  public boolean inPlace() {
    return false;
  }

  @Override
  public byte[] save(Model<?> model) {
    return model.serialize().toByteArray();
  }

  /** A model tells when it was trained. */
  @Override
  public boolean comparable() {
    return false;
  }

  @Override
  public Model<?> restore(Model<?> live, byte[] state) throws IOException {
    return Model.deserialize(ModelProto.parseFrom(state));
  }
}
