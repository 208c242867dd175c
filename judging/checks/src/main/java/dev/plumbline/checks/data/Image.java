package dev.plumbline.checks.data;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.firmware.FirmwareMarkers;
import dev.plumbline.observation.firmware.FirmwareSecrets;
import dev.plumbline.observation.firmware.FirmwareSignature;
import dev.plumbline.observation.firmware.Unopened;
import dev.plumbline.observation.registry.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An opened firmware image or a reading of the storage, and how much of it was looked at. */
record Image(Facts facts) {
  static final String SECRETS = Leak.FIRMWARE;
  static final String MARKERS = Kinds.key(FirmwareMarkers.class);

  private static final String PASSWORD = "password";

  /** The search for secrets; empty when no image was read. */
  Optional<Observation> secrets() {
    return facts
        .newestSeen(FirmwareSecrets.class, ItemId.DUT)
        .filter(s -> s.fact().opened().isPresent())
        .map(Seen::observation);
  }

  /** The search for values of the dossier; empty when no image was read. */
  Optional<Observation> markers() {
    return facts.newestSeen(FirmwareMarkers.class, ItemId.DUT).map(Seen::observation);
  }

  /** What it says of signatures. */
  Optional<Observation> signature() {
    return facts.newestSeen(FirmwareSignature.class, ItemId.DUT).map(Seen::observation);
  }

  /**
   * Everything in it was looked at, for secrets and for values of the dossier. Parts that look
   * encrypted hide nothing in the clear, and are no gap where a row declares encrypted storage.
   */
  void whole(Questions.Asked asked) {
    facts
        .newestSeen(FirmwareSecrets.class, ItemId.DUT)
        .map(Seen::fact)
        .ifPresent(
            s ->
                opened(
                    s.complete(),
                    s.found().size() >= s.count(),
                    s.unopened().orElse(List.of()),
                    asked));
    if (search().anyMatch(m -> m.bytes() == 0 && m.unopened().isEmpty())) {
      asked.left(
          "nothing of the image was read",
          new Remedy.ImportFile("an image that is not empty (plumbline firmware DIR IMAGE)"));
    }
    search().forEach(m -> opened(m.complete(), m.found().size() >= m.count(), m.unopened(), asked));
  }

  private void opened(
      boolean complete, boolean kept, List<Unopened> unopened, Questions.Asked asked) {
    boolean encrypted =
        Declared.of(facts).table(TableRole.SECURITY_PARAMETERS).stream()
            .anyMatch(r -> r.texts("storageProtection").contains("encrypted"));
    boolean allHidden = !unopened.isEmpty() && unopened.stream().allMatch(Unopened::isDisordered);
    if (!complete && (!encrypted || !allHidden || !kept)) {
      asked.left(
          "the image was not opened to its end: "
              + unopened.stream().map(u -> u.place() + " (" + u.reason() + ")").toList(),
          new Remedy.ImportFile("an image that can be opened (plumbline firmware DIR IMAGE)"));
    }
  }

  /** Whether a part of it looks encrypted. */
  static boolean looksEncrypted(Observation search) {
    return search.as(FirmwareSecrets.class).flatMap(FirmwareSecrets::unopened).stream()
        .flatMap(List::stream)
        .anyMatch(Unopened::isDisordered);
  }

  /** Whether it holds the unit's own data, so that it is a reading of its storage. */
  boolean ofTheUnit() {
    return found().anyMatch(f -> f.kind().equals("serial") || f.kind().equals("mac"));
  }

  /** The places where the password in use stands readable. */
  List<String> passwords() {
    return found()
        .filter(f -> f.kind().equals(PASSWORD))
        .map(FirmwareMarkers.Marker::place)
        .distinct()
        .toList();
  }

  /** Whether the password in use was looked for at all. */
  boolean lookedForPasswords() {
    return search().anyMatch(m -> m.markers().contains(PASSWORD));
  }

  private Stream<FirmwareMarkers.Marker> found() {
    return search().flatMap(m -> m.found().stream());
  }

  private Stream<FirmwareMarkers> search() {
    return facts.newestSeen(FirmwareMarkers.class, ItemId.DUT).map(Seen::fact).stream();
  }

  /** Whether the row is about the password of a user. */
  static boolean isLogin(IxitEntry row) {
    return row.texts("usedFor").contains("user-authentication");
  }
}
