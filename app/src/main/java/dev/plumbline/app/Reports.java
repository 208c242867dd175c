package dev.plumbline.app;

import dev.plumbline.core.Problems;
import dev.plumbline.engine.Assessment;
import dev.plumbline.engine.comparison.Comparison;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import dev.plumbline.reports.markdown.MarkdownReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Writes a result in the installed formats. */
public final class Reports {
  private Reports() {}

  /** The installed formats. */
  public static List<ReportFormat> formats() {
    return ServiceLoader.load(ReportFormat.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /**
   * Writes a summary in Markdown.
   *
   * @param comparison what became of the product since a result of before
   */
  public static void summary(
      Assessment assessment, Optional<Comparison> comparison, Path file, Instant at, String tool)
      throws IOException {
    ReportContext context = new ReportContext(at, tool, ref -> Optional.empty());
    Files.writeString(file, MarkdownReport.text(assessment, context, comparison));
  }

  /**
   * Writes the result; each file appears whole or not at all.
   *
   * @param wanted ids of formats; empty for all
   * @return the files written
   */
  public static List<Path> write(
      Assessment assessment,
      Workspace workspace,
      Path directory,
      Set<String> wanted,
      Instant at,
      String tool)
      throws IOException {
    Files.createDirectories(directory);
    ReportContext context =
        new ReportContext(at, tool, ref -> workspace.folder().readEvidence(ref, new Problems()));
    List<Path> written = new ArrayList<>();
    for (ReportFormat format : formats()) {
      if (wanted.isEmpty() || wanted.contains(format.id())) {
        Path file = directory.resolve(format.fileName());
        Path part = directory.resolve(format.fileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
          format.write(assessment, context, out);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        written.add(file);
      }
    }
    return written;
  }
}
