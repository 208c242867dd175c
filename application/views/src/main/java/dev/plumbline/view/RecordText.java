package dev.plumbline.view;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.dossier.RecordState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How far the record of a dossier has come, for a terminal. */
public final class RecordText {
  private RecordText() {}

  public static List<String> of(Workspace workspace) throws IOException {
    RecordState record = workspace.folder().recordState();
    List<String> lines = new ArrayList<>();
    record
        .journals()
        .forEach(
            j ->
                lines.add(
                    j.file()
                        + ": "
                        + j.lines()
                        + (j.lines() == 1 ? " line, " : " lines, ")
                        + j.bytes()
                        + " bytes, the last line is "
                        + j.head().shortForm()));
    record
        .index()
        .ifPresent(
            digest ->
                lines.add(
                    "evidence.yaml: "
                        + record.evidence().size()
                        + " listed, "
                        + workspace.dossier().evidence().size()
                        + " verified, digest "
                        + digest.shortForm()));
    return lines;
  }
}
