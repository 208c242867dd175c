package dev.plumbline.observation.traffic;

import dev.plumbline.observation.Fact;
import java.util.List;
import java.util.Optional;

/** What a capture shows, with how much of the traffic it holds. */
public interface OfCapture extends Fact {
  /** When it begins. */
  Optional<String> from();

  /** When it ends. */
  Optional<String> until();

  /** Whether nothing is known to be missing. */
  boolean whole();

  /** What is missing, as clauses. */
  List<String> gaps();
}
