package dev.plumbline.app;

import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.app.team.CurrentState;
import dev.plumbline.app.team.DecisionRecorder;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A copy of the example of a sound camera, and people who work on it, each with a key of their own.
 */
public record SoundCamera(Path place, Path dossier) {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  public static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  /** Copies it into an empty folder. */
  public static SoundCamera in(Path place) throws IOException {
    Path dossier = place.resolve("dossier");
    Path example = Path.of("../../examples/sound-camera");
    try (var files = Files.walk(example)) {
      for (Path file : files.toList()) {
        Path target = dossier.resolve(example.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return new SoundCamera(place, dossier);
  }

  public Workspace open() {
    return Workspace.open(dossier, TODAY).workspace().orElseThrow();
  }

  public CurrentState current() {
    return new OpenedState(dossier, new Assessor(open().catalogue()), CryptoPolicies.load(), TODAY);
  }

  public Assessment judge() {
    Workspace workspace = open();
    return new Assessor(workspace.catalogue())
        .judge(workspace.dossier(), CryptoPolicies.load(), TODAY);
  }

  public Judged item(ItemId id) {
    return judge().items().filter(i -> i.item().id().equals(id)).findFirst().orElseThrow();
  }

  /** An item that waits for a person and takes nothing over from others. */
  public Judged open(boolean functional) {
    return judge()
        .items()
        .filter(i -> i.item().by() == DecidedBy.ASSESSOR && i.item().inherits().isEmpty())
        .filter(i -> i.item().unit().id().caseId().endsWith(functional ? "-2" : "-1"))
        .filter(i -> i.verdict() == Verdict.INCONCLUSIVE)
        .findFirst()
        .orElseThrow();
  }

  /** A person with a key of their own, made at first use. */
  public DecisionRecorder recorder(String person) throws IOException {
    AuthorKeys keys = new AuthorKeys(place.resolve("keys of " + person));
    return new DecisionRecorder(open().folder(), current(), keys.signer(person, dossier));
  }
}
