package dev.plumbline.app.trust;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a dossier wants of this machine, and whether the person who tests agreed to it. */
public final class Trust {
  private static final int FEWEST_DIGITS = 16;

  private final Path directory;
  private final List<Want> wants;
  private final DossierFingerprint files;
  private final ScopePolicy policy;
  private final Optional<TrustStore> store;
  private final boolean shipped;

  private Trust(
      Path directory,
      List<Want> wants,
      DossierFingerprint files,
      ScopePolicy policy,
      Optional<TrustStore> store,
      boolean shipped) {
    this.directory = directory;
    this.wants = wants;
    this.files = files;
    this.policy = policy;
    this.store = store;
    this.shipped = shipped;
  }

  /**
   * Reads what the dossier wants, the policies of the machine and the user, and what the user
   * agreed to. Sends nothing.
   *
   * @param home where Plumbline is installed; examples that lie there need no question
   * @throws IOException if a file of the dossier cannot be read
   */
  public static Trust of(Workspace workspace, Path home, Map<String, String> environment)
      throws IOException {
    Path directory = workspace.folder().directory().toRealPath();
    return new Trust(
        directory,
        Wants.of(workspace, MachineAddresses.read()),
        DossierFingerprint.of(workspace),
        ScopePolicyReader.read(environment),
        TrustStore.of(environment),
        isShipped(directory, home));
  }

  private static boolean isShipped(Path directory, Path home) {
    try {
      return directory.startsWith(home.resolve("examples").toRealPath());
    } catch (IOException noExamples) {
      return false;
    }
  }

  public List<Want> wants() {
    return wants;
  }

  /** Changes with every byte of the dossier but of its record, evidence and reports. */
  public Digest digest() {
    return files.digest();
  }

  /** Whether it may be done. */
  public ScopeDecision standing() throws IOException {
    if (shipped) {
      return new ScopeDecision.Agreed(Agreement.shipped(directory));
    }
    Optional<ScopeDecision> hindrance = hindrance();
    if (hindrance.isPresent()) {
      return hindrance.get();
    }
    List<Want> open = wants.stream().filter(w -> !w.isAddress() || !isAllowed(w)).toList();
    if (open.isEmpty()) {
      return agreed(wants.isEmpty() ? "it wants nothing" : "scope.yaml allows it");
    }
    Optional<TrustStore.Kept> kept = store.flatMap(s -> s.find(digest()));
    if (kept.isPresent()) {
      return agreed("agreed on " + kept.get().time());
    }
    List<String> since =
        store.isPresent()
            ? store.get().last(directory).map(k -> files.since(k.files())).orElse(List.of())
            : List.of();
    return new ScopeDecision.Open(open, since);
  }

  /**
   * A person agrees, for this once.
   *
   * @param digest as the person wrote it, or its first digits
   * @return empty where it is another one, or a policy has to allow it
   */
  public Optional<Agreement> agree(String digest) {
    String written = digest.strip().toLowerCase(Locale.ROOT).replaceFirst("^sha256:", "");
    return written.length() >= FEWEST_DIGITS
            && digest().hex().startsWith(written)
            && (shipped || hindrance().isEmpty())
        ? Optional.of(Agreement.of(directory, "agreed by the digest of the dossier"))
        : Optional.empty();
  }

  /**
   * A person agrees, until a byte of the dossier changes.
   *
   * @throws IOException if that cannot be kept
   * @throws IllegalStateException if a policy has to allow it
   */
  public Agreement keep(Instant now) throws IOException {
    if (hindrance().isPresent()) {
      throw new IllegalStateException("a policy has to allow it: " + hindrance().get());
    }
    Instant time = now.truncatedTo(ChronoUnit.SECONDS);
    store
        .orElseThrow(
            () -> new IOException("There is no folder for settings; set PLUMBLINE_CONFIG."))
        .keep(directory, files, time);
    return Agreement.of(directory, "agreed on " + time);
  }

  /** Takes back what was agreed to for this folder; says how many states of it that were. */
  public int revoke() throws IOException {
    return store.isPresent() ? store.get().revoke(directory) : 0;
  }

  private ScopeDecision agreed(String basis) {
    return new ScopeDecision.Agreed(Agreement.of(directory, basis));
  }

  /** What no person alone can agree to. */
  private Optional<ScopeDecision> hindrance() {
    if (!policy.faults().isEmpty()) {
      return Optional.of(new ScopeDecision.NoPolicy(policy.faults()));
    }
    List<Want> delicate =
        wants.stream().filter(Want::isDelicate).filter(w -> !isAllowed(w)).toList();
    return delicate.isEmpty()
        ? Optional.empty()
        : Optional.of(new ScopeDecision.Delicate(delicate));
  }

  private boolean isAllowed(Want want) {
    return want.reach().filter(policy::allows).isPresent();
  }
}
