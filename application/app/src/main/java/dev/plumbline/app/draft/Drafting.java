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
    return offer(workspace, earlier).proposals();
  }

  /** The same, for whoever writes those that a person accepts. */
  public static Offer offer(Workspace workspace, Optional<Workspace> earlier) {
    List<DraftSource> sources = new ArrayList<>();
    earlier.ifPresent(
        e ->
            sources.add(
                new EarlierSource(
                    e.dossier(), String.valueOf(e.folder().directory().getFileName()))));
    sources.addAll(SOURCES);
    sources.add(new ProseSource(workspace.catalogue()));
    TableFiles files = files(workspace);
    return new Offer(
        files, proposals(workspace.catalogue(), workspace.dossier(), files.written(), sources));
  }

  /** Proposals, and the files of the tables as they were when these were made. */
  public static final class Offer {
    private final TableFiles files;
    private final List<Proposal> proposals;

    private Offer(TableFiles files, List<Proposal> proposals) {
      this.files = files;
      this.proposals = List.copyOf(proposals);
    }

    /** What can be proposed, in the same order each time. */
    public List<Proposal> proposals() {
      return proposals;
    }

    /**
     * Writes proposals into the files of the tables; all else in these stays as it is.
     *
     * @param marked whether they count as declared only once they are confirmed
     * @throws IOException if somebody has changed such a file since; nothing was written
     */
    public void accept(List<Proposal> accepted, boolean marked) throws IOException {
      files.add(accepted, marked);
      files.write();
    }
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
