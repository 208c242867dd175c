package dev.plumbline.workbench.product;

import dev.plumbline.core.Problem;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.util.List;
import java.util.Optional;

/** A dossier as it is now. */
public sealed interface State permits Snapshot, State.Broken {
  /** What makes judging it shorter after a change; empty where it was not judged. */
  Optional<ReusableFindings> findings();

  /**
   * A dossier that cannot be judged before it is mended.
   *
   * @param problems its errors; at least one
   */
  record Broken(List<Problem> problems) implements State {
    public Broken {
      problems = List.copyOf(problems);
    }

    @Override
    public Optional<ReusableFindings> findings() {
      return Optional.empty();
    }
  }
}
