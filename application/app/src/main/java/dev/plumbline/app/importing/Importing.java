package dev.plumbline.app.importing;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.EvidenceNote;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.firmware.FirmwareImporter;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.ImportRun;
import dev.plumbline.importing.Importers;
import dev.plumbline.importing.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Takes the files of other tools into a dossier: the file as evidence, what it says as facts. */
public final class Importing {
  /** Whether an importer of that id is installed. */
  public static boolean isImporter(String id) {
    return Importers.installed().byId(id).isPresent();
  }

  /** Id of the importer that opens firmware images. */
  public static final String FIRMWARE = FirmwareImporter.ID;

  private final Workspace workspace;
  private final Importers importers;

  public Importing(Workspace workspace) {
    this(workspace, Importers.installed());
  }

  Importing(Workspace workspace, Importers importers) {
    this.workspace = workspace;
    this.importers = importers;
  }

  /** The same for a file that was made in the device state under assessment. */
  public ImportReport read(
      Path file,
      Optional<String> as,
      Optional<String> softwareVersion,
      String runId,
      boolean dryRun,
      ImportRun.Listener listener)
      throws IOException {
    return read(file, as, softwareVersion, Optional.empty(), runId, dryRun, listener);
  }

  /**
   * Reads a file and keeps what it says; a file that is broken leaves the dossier as it was.
   *
   * @param as id of the importer to use; empty to tell it from the content
   * @param softwareVersion version of the device that the tool looked at; empty for the declared
   *     one
   * @param state device state that the tool looked at; empty for the declared one
   * @param dryRun whether to keep nothing
   * @throws IOException if the dossier cannot be written
   */
  public ImportReport read(
      Path file,
      Optional<String> as,
      Optional<String> softwareVersion,
      Optional<String> state,
      String runId,
      boolean dryRun,
      ImportRun.Listener listener)
      throws IOException {
    ImportRun run =
        new ImportRun(
            importers,
            workspace.dossier().product(),
            workspace.dossier().ixit(),
            new Surroundings(workspace.dossier().observations(), Mappings.of(workspace.folder())));
    boolean there = Files.isRegularFile(file);
    Instant made = there ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
    Digest digest = there ? digest(file) : Digest.of("");
    ImportReport report =
        run.read(file, as, digest, runId, made, listener)
            .ofSoftware(softwareVersion)
            .inState(state);
    if (dryRun || report.observations().isEmpty()) {
      return report;
    }
    String version = softwareVersion.orElse(workspace.dossier().product().softwareVersion());
    try (DossierWriter writer = workspace.folder().write()) {
      writer.storeEvidence(file, digest, note(report, file, runId, made, version));
      writer.appendObservations(report.observations());
    }
    return report;
  }

  private static Digest digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Digest.of(in);
    }
  }

  private static EvidenceNote note(
      ImportReport report, Path file, String runId, Instant made, String softwareVersion) {
    return new EvidenceNote(
        "output read by " + report.importer() + ", run " + runId + ": " + file.getFileName(),
        report.importer(),
        report.run().version(),
        report.run().command(),
        "",
        report.run().at().orElse(made),
        softwareVersion);
  }
}
