package dev.plumbline.workbench.product;

import dev.plumbline.core.Problem;
import java.util.List;

/** A dossier as it is now. */
public sealed interface State permits Snapshot, State.Broken {

  /**
   * A dossier that cannot be judged before it is mended.
   *
   * @param problems its errors; at least one
   */
  record Broken(List<Problem> problems) implements State {
    public Broken {
      problems = List.copyOf(problems);
    }
  }
}
