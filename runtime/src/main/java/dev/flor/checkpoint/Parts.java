package dev.flor.checkpoint;

import java.util.ArrayList;
import java.util.List;

/** Takes the parts of an object that a {@link Shape} tells. */
interface Parts {
  /** Where the plain data go. */
  Output data();

  /** The next reference. */
  void reference(Object to);

  /** Lists the references and forgets the data. */
  final class Listing implements Parts {
    private final List<Object> references = new ArrayList<>();
    private final Output nowhere = Output.dry();

    @Override
    public Output data() {
      return nowhere;
    }

    @Override
    public void reference(Object to) {
      references.add(to);
    }

    Object[] references() {
      return references.toArray();
    }
  }
}
