package dev.plumbline.dossier;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small sound dossier in a directory, to be changed in one respect. */
public final class DossierOnDisk {
  public static final String PRODUCT =
      """
      edition: 3.1.3
      product:
        manufacturer: Example Ltd
        name: Camera
        model: C1
        hardwareVersion: "2"
        softwareVersion: 1.2.3
        serial: SN-1
        mac: 02:00:5e:10:00:01
      test:
        unit: unit 1
        state: initialized
        targets:
          - address: 127.77.1.1
            ports: [80, 8000-8100]
        authorisation:
          by: A. Boss
          date: 2026-11-24
          statement: All units of the lab.
        publicPages: [www.example.com:443]
        loginBudget: {wrongAttempts: 5, bruteForceAttempts: 20}
        credentials:
          - {role: user, user: me, passwordEnv: PLUMBLINE_CAMERA_PASSWORD}
        samples: samples/passwords.csv
      """;

  static final String ICS =
      """
      edition: 3.1.3
      conditions:
        5: {holds: true, because: has passwords}
      features:
        a:
          present: no
          because: no camera
      answers:
        5.1-1: {support: Y, detail: unique, evidence: [evidence/photo.txt]}
        5.1-2A:
          support: N/A
          detail: none
      """;

  private final Path directory;

  private DossierOnDisk(Path directory) {
    this.directory = directory;
  }

  public static DossierOnDisk in(Path directory) {
    return new DossierOnDisk(directory)
        .with("product.yaml", PRODUCT)
        .with("ics.yaml", ICS)
        .with(
            "ixit/1-AuthMech.yaml", "table: 1-AuthMech\nentries:\n- {id: A-1, description: web}\n")
        .with("ixit/4-Conf.yaml", "table: 4-Conf\nrecord:\n  description: all\n")
        .with("samples/passwords.csv", "mechanism,unit,password\nA-1,SN-1,\"a\"\"b,c\"\n")
        .with("evidence/photo.txt", "board")
        .with(
            "evidence.yaml",
            "# ours\nfiles:\n- sha256: "
                + Digest.of("board")
                + "\n  path: evidence/photo.txt\n  what: the board\n  at: 2026-11-24\n");
  }

  public DossierOnDisk with(String file, String text) {
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a text in a file; it has to be there. */
  public DossierOnDisk but(String file, String old, String now) {
    try {
      String text = Files.readString(directory.resolve(file));
      if (!text.contains(old)) {
        throw new AssertionError(file + " has no '" + old + "'");
      }
      return with(file, text.replace(old, now));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public DossierFolder folder() {
    return DossierFolder.at(directory, Map.of("PLUMBLINE_CAMERA_PASSWORD", "secret"));
  }

  public Dossier dossier() {
    return open(new Problems()).orElseThrow();
  }

  public Optional<Dossier> open(Problems problems) {
    return folder().open(problems);
  }

  /** Problems as {@code PLB-1020 ics.yaml:1:2}. */
  public List<String> problems() {
    Problems problems = new Problems();
    open(problems);
    return told(problems);
  }

  public static List<String> told(Problems problems) {
    return problems.sorted().stream().map(DossierOnDisk::told).toList();
  }

  private static String told(Problem problem) {
    return problem.id() + " " + problem.place();
  }
}
