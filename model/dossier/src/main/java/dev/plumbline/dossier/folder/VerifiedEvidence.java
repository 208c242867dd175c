package dev.plumbline.dossier.folder;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.file.DossierFiles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which evidence can be relied on: it is listed, it is there, and its bytes are those that were
 * stored. Each file is read once.
 *
 * @param sound entries whose file is as its digest says, by digest in hex
 * @param faults why the others show nothing, as a clause, by digest in hex
 */
public record VerifiedEvidence(Map<String, EvidenceFile> sound, Map<String, String> faults) {
  public VerifiedEvidence {
    sound = Collections.unmodifiableMap(new LinkedHashMap<>(sound));
    faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
  }

  /**
   * Reads every listed file; none where all together are larger than evidence may be, which the
   * reader told.
   *
   * @param problems {@code PLB-1052} a changed file; missing ones were told by the reader
   */
  static VerifiedEvidence of(DossierFiles files, EvidenceIndex index, Problems problems) {
    Map<String, EvidenceFile> sound = new LinkedHashMap<>();
    Map<String, String> faults = new LinkedHashMap<>();
    long total =
        index.files().values().stream().mapToLong(f -> EvidenceStore.size(files, f.path())).sum();
    if (total > EvidenceReader.MAX_TOTAL) {
      index
          .files()
          .forEach((hex, f) -> faults.put(hex, "its evidence " + f.path() + " was not verified"));
      return new VerifiedEvidence(sound, faults);
    }
    for (EvidenceFile file : index.files().values()) {
      Problems found = new Problems();
      Place place = index.place(file.sha256());
      EvidenceStore.read(files, file.path(), file.sha256(), 0, 0, place, found);
      Optional<Problem> fault =
          found.sorted().stream().filter(p -> p.severity() == Severity.ERROR).findFirst();
      if (fault.isEmpty()) {
        sound.put(file.sha256().hex(), file);
      } else {
        faults.put(file.sha256().hex(), why(file, fault.get()));
        found.sorted().stream().filter(VerifiedEvidence::isNews).forEach(problems::add);
      }
    }
    return new VerifiedEvidence(sound, faults);
  }

  /** The reader has told of files that are missing, and of links in their place. */
  private static boolean isNews(Problem problem) {
    return problem.id().equals("PLB-1052") || problem.id().equals("PLB-1016");
  }

  private static String why(EvidenceFile file, Problem fault) {
    return switch (fault.id()) {
      case "PLB-1052" -> "its evidence " + file.path() + " was changed";
      case "PLB-1016" -> "its evidence " + file.path() + " cannot be read";
      default -> "its evidence " + file.path() + " is missing";
    };
  }

  /**
   * The observations of the journal, those without their evidence unanswered.
   *
   * @param problems {@code PLB-1065} a reference to a file that is not listed
   */
  Referred<Observation> observations(List<Observation> records, String journal, Problems problems) {
    Map<String, String> all = unlisted(records, o -> digests(o).toList(), journal, problems);
    List<Observation> backed =
        records.stream()
            .map(
                o ->
                    digests(o)
                        .map(d -> all.get(d.hex()))
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .map(o::withoutEvidence)
                        .orElse(o))
            .toList();
    return new Referred<>(backed, new VerifiedEvidence(sound, all));
  }

  /** The decisions as they are, with what their references tell; who judges them looks there. */
  Referred<Decision> decisions(List<Decision> records, String journal, Problems problems) {
    return new Referred<>(
        records,
        new VerifiedEvidence(sound, unlisted(records, Decision::evidence, journal, problems)));
  }

  private static Stream<Digest> digests(Observation o) {
    return o.evidence().map(EvidenceRef::sha256).stream();
  }

  /** The faults with those of references that nothing backs, each of which is told once. */
  private <T> Map<String, String> unlisted(
      List<T> records, Function<T, List<Digest>> digests, String journal, Problems problems) {
    Map<String, String> all = new LinkedHashMap<>(faults);
    for (int i = 0; i < records.size(); i++) {
      for (Digest digest : digests.apply(records.get(i))) {
        String hex = digest.hex();
        if (sound.containsKey(hex)
            || all.putIfAbsent(
                    hex,
                    "evidence.yaml does not list its evidence " + EvidenceReader.FOLDER + "/" + hex)
                != null) {
          continue;
        }
        problems.error(
            "PLB-1065",
            new Place(journal, i + 1, 0),
            "The record refers to evidence that " + EvidenceReader.FILE + " does not list: " + hex,
            "Bring the file and its entry back from a backup or the repository; without them the"
                + " record counts for nothing.");
      }
    }
    return all;
  }

  /** Records, and what is known of evidence after their references were looked up. */
  record Referred<T>(List<T> records, VerifiedEvidence evidence) {
    Referred {
      records = List.copyOf(records);
    }
  }
}
