package dev.plumbline.app.draft;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proposes cells of the IXIT that are empty, and writes those that a person accepts. */
public final class Drafting {
  private static final List<DraftSource> SOURCES =
      List.of(
          new PicsSource(),
          new RadioSource(),
          new PortSource(),
          new ContactSource(),
          new SoftwareSource(),
          new ImageSource());

  private Drafting() {}

  /**
   * What can be proposed, in the same order each time.
   *
   * @param earlier another dossier of the maker; it goes before what the device shows
   */
  public static List<Proposal> proposals(Workspace workspace, Optional<Workspace> earlier) {
    List<DraftSource> sources = new ArrayList<>();
    earlier.ifPresent(
        e ->
            sources.add(
                new EarlierSource(
                    e.dossier(), String.valueOf(e.folder().directory().getFileName()))));
    sources.addAll(SOURCES);
    sources.add(new ProseSource(workspace.catalogue()));
    return proposals(
        workspace.catalogue(), workspace.dossier(), files(workspace).written(), sources);
  }

  static List<Proposal> proposals(
      Catalogue catalogue,
      Dossier dossier,
      Map<String, Map<String, Map<String, Object>>> written,
      List<DraftSource> sources) {
    DraftTables tables = new DraftTables(catalogue, written);
    Known known = new Known(dossier);
    sources.forEach(s -> s.propose(known, tables));
    return tables.proposals();
  }

  /**
   * Writes proposals into the files of the tables; all else in these stays as it is.
   *
   * @param marked whether they count as declared only once they are confirmed
   */
  public static void accept(Workspace workspace, List<Proposal> accepted, boolean marked)
      throws IOException {
    TableFiles files = files(workspace);
    files.add(accepted, marked);
    files.write();
  }

  /**
   * The texts of files with these proposals in them, by file; all else in these stays as it is.
   * Writes nothing.
   *
   * @param marked whether they count as declared only once they are confirmed
   */
  public static Map<String, String> texts(
      Workspace workspace, List<Proposal> accepted, boolean marked) {
    TableFiles files = files(workspace);
    files.add(accepted, marked);
    return files.changed();
  }

  /**
   * Declares all that is proposed.
   *
   * @return the number of cells
   */
  public static int confirm(Workspace workspace, LocalDate day) throws IOException {
    TableFiles files = files(workspace);
    int confirmed = files.confirm(day.toString());
    files.write();
    return confirmed;
  }

  private static TableFiles files(Workspace workspace) {
    return TableFiles.read(
        workspace.folder(), workspace.catalogue().tables().values(), new Problems());
  }
}
