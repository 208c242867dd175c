package dev.plumbline.view;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.judging.Status;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Where a dossier stands, for a terminal: its verdicts, what is open, its record. */
public final class StatusText {
  private StatusText() {}

  public static List<String> of(AssessedDossier assessed) throws IOException {
    return Stream.concat(
            Status.of(assessed.result()).lines().stream().map(Text::safe),
            RecordText.of(assessed.workspace()).stream())
        .toList();
  }
}
