package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.insight.comparison.Comparison;
import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import dev.plumbline.reports.markdown.MarkdownReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** Writes a result in the installed formats. */
public final class Reports {
  private Reports() {}

  /**
   * What was written.
   *
   * @param lacks why a form that was asked for has nothing to say, by its id
   */
  public record Written(List<Path> files, Map<String, String> lacks) {
    public Written {
      files = List.copyOf(files);
      lacks = Collections.unmodifiableMap(new TreeMap<>(lacks));
    }
  }

  /**
   * An installed format.
   *
   * @param id its name on the command line, such as {@code html}
   * @param about what it is, in a few words
   */
  public record Choice(String id, String about) {}

  /** The installed formats, to choose from. */
  public static List<Choice> choices() {
    return formats().stream().map(f -> new Choice(f.id(), f.about())).toList();
  }

  /** The installed formats. */
  public static List<ReportFormat> formats() {
    return ServiceLoader.load(ReportFormat.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** Whether a word on the command line names a format, or a family such as {@code oscal}. */
  public static boolean isKnown(String wanted) {
    return formats().stream().anyMatch(f -> isMeant(f, Set.of(wanted)));
  }

  /**
   * Writes a summary in Markdown.
   *
   * @param comparison what became of the product since a result of before
   */
  public static void summary(
      AssessedDossier assessed, Optional<BaselineComparison> comparison, Path file, String tool)
      throws IOException {
    Optional<Comparison> changes = comparison.map(BaselineComparison::comparison);
    WholeFile.write(file, MarkdownReport.text(assessed.result(), tool, changes));
  }

  /**
   * Writes the result; each file appears whole or not at all.
   *
   * @param wanted ids of formats, or what the ids of a family begin with; empty for the usual ones
   * @return the files, and what could not be written
   */
  public static Written write(
      Assessment assessment,
      Workspace workspace,
      Path directory,
      Set<String> wanted,
      Instant at,
      String tool)
      throws IOException {
    Files.createDirectories(directory);
    Map<String, Digest> digests = DossierDigests.of(workspace);
    ReportContext context =
        new ReportContext(
            at,
            tool,
            workspace.dossier(),
            digests,
            workspace::readEvidence,
            workspace.folder().recordState());
    List<Path> written = new ArrayList<>();
    Map<String, String> lacks = new TreeMap<>();
    for (ReportFormat format :
        formats().stream().sorted(Comparator.comparing(ReportFormat::last)).toList()) {
      if (!isMeant(format, wanted)) {
        continue;
      }
      Optional<String> lacking = format.lacks(assessment, context);
      if (lacking.isPresent()) {
        lacks.put(format.id(), lacking.get());
      } else {
        Map<String, Digest> files = new TreeMap<>(digests);
        if (format.last()) {
          for (Path file : written) {
            try (InputStream in = Files.newInputStream(file)) {
              files.put(file.getFileName().toString(), Digest.of(in));
            }
          }
        }
        written.add(write(format, assessment, context.withFiles(files), directory));
      }
    }
    return new Written(written, lacks);
  }

  private static Path write(
      ReportFormat format, Assessment assessment, ReportContext context, Path directory)
      throws IOException {
    return WholeFile.write(
        directory.resolve(format.fileName()), out -> format.write(assessment, context, out));
  }

  private static boolean isMeant(ReportFormat format, Set<String> wanted) {
    return wanted.isEmpty()
        ? format.usual()
        : wanted.stream().anyMatch(w -> format.id().equals(w) || format.id().startsWith(w + "-"));
  }
}
