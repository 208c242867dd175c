package dev.plumbline.view.gathering;

import dev.plumbline.app.importing.SoftwareList;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problem;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.observation.Counted;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.firmware.FirmwareSecrets;
import dev.plumbline.observation.firmware.Unopened;
import dev.plumbline.view.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a firmware image shows, and which of its parts could not be opened. */
public record FirmwareText(ImportReport report) {
  private static final int SHOWN = 20;

  /** Whether the image was read. */
  public boolean isRead() {
    return report.read();
  }

  /** What is wrong with the image, or was left out. */
  public List<Problem> problems() {
    return report.problems();
  }

  /** The components that were found, as CycloneDX. */
  public Map<String, Object> softwareList(Workspace workspace) {
    return SoftwareList.of(workspace.product(), report.observations());
  }

  public List<String> lines(Path image) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.safe(String.valueOf(image.getFileName()))
            + ": "
            + (report.read()
                ? Text.count(report.observations().size(), "observation")
                : "not read"));
    if (!report.observations().isEmpty()) {
      opened(lines);
    }
    report.observations().forEach(o -> lines.add(line(o)));
    return lines;
  }

  private static String line(Observation o) {
    return o.seen()
        ? String.format("    %-24s %d", o.key(), o.fact().map(FirmwareText::count).orElse(0L))
        : Text.wrap(String.format("%-24s not known: %s", o.key(), Text.safe(o.reason())), "    ");
  }

  private static long count(Fact fact) {
    return fact instanceof Counted counted ? counted.count() : 0;
  }

  /** What was opened and what was not; every fact of an image says the same of it. */
  private void opened(List<String> lines) {
    Optional<FirmwareSecrets> image =
        report.observations().stream()
            .flatMap(o -> o.as(FirmwareSecrets.class).stream())
            .findFirst();
    lines.add(
        Text.wrap(
            Text.safe(
                "opened: "
                    + image.flatMap(FirmwareSecrets::opened).orElse(Map.of())
                    + ", "
                    + image.flatMap(FirmwareSecrets::files).orElse(0L)
                    + " files"),
            "    "));
    List<Unopened> unopened = image.flatMap(FirmwareSecrets::unopened).orElse(List.of());
    unopened.stream()
        .limit(SHOWN)
        .forEach(
            u ->
                lines.add(
                    Text.wrap(Text.safe("NOT OPENED " + u.place() + ": " + u.reason()), "    ")));
    if (unopened.size() > SHOWN) {
      lines.add("    NOT OPENED: " + (unopened.size() - SHOWN) + " more");
    }
  }
}
