package dev.flor.tribuo;

import dev.flor.checkpoint.CheckpointAdapter;
import java.nio.ByteBuffer;
import org.tribuo.Trainer;

/** Trainers: how often they have trained, from which each draws its random numbers. */
public final class TrainerAdapter implements CheckpointAdapter<Trainer<?>> {
  @Override
  public Class<?> type() {
    return Trainer.class;
  }

  @Override
  public boolean inPlace() {
    return true;
  }

  @Override
  public byte[] save(Trainer<?> trainer) {
    return ByteBuffer.allocate(Integer.BYTES)
        .putInt(trainer.getInvocationCount())
        .array();
  }

  @Override
  public Trainer<?> restore(Trainer<?> live, byte[] state) {
    live.setInvocationCount(ByteBuffer.wrap(state).getInt());
    return live;
  }
}
