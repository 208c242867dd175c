package dev.plumbline.view;

import dev.plumbline.app.trust.Reach;
import dev.plumbline.app.trust.ScopeDecision;
import dev.plumbline.app.trust.Trust;
import dev.plumbline.app.trust.Want;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a dossier wants of this machine, and who agreed, for a terminal. */
public record TrustText(Trust trust, Path directory) {
  private static final String INDENT = "  ";
  private static final int MOST_CHANGES = 8;

  /** All that it wants, its digest, and where it stands. */
  public List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    if (trust.wants().isEmpty()) {
      lines.add("This dossier wants nothing of this machine: it names no target.");
      return lines;
    }
    lines.add("What this dossier wants of this machine:");
    trust.wants().forEach(w -> lines.add(Text.wrap(line(w), INDENT)));
    lines.add("Digest: sha256:" + trust.digest().hex());
    lines.addAll(standing(trust.standing()));
    return lines;
  }

  /** For a command that sends something: only where somebody has to do something. */
  public List<String> hindrance(ScopeDecision standing) throws IOException {
    List<String> lines = new ArrayList<>();
    if (standing instanceof ScopeDecision.Open) {
      lines.addAll(lines());
    } else {
      lines.addAll(standing(standing));
    }
    return lines;
  }

  private List<String> standing(ScopeDecision standing) {
    return switch (standing) {
      case ScopeDecision.Agreed a -> List.of("Agreed: " + Text.safe(a.agreement().basis()) + ".");
      case ScopeDecision.Open o -> open(o);
      case ScopeDecision.Delicate d -> delicate(d);
      case ScopeDecision.NoPolicy n ->
          n.faults().stream()
              .map(
                  p ->
                      Text.wrap(
                          Text.safe(p.place() + " " + p.id() + ": " + p.what() + " " + p.remedy()),
                          INDENT))
              .toList();
    };
  }

  private List<String> open(ScopeDecision.Open open) {
    List<String> lines = new ArrayList<>();
    if (!open.since().isEmpty()) {
      int more = open.since().size() - MOST_CHANGES;
      lines.add(
          Text.wrap(
              "Since you agreed: "
                  + Text.safe(String.join(", ", open.since().stream().limit(MOST_CHANGES).toList()))
                  + (more > 0 ? ", and " + more + " more files" : "")
                  + ".",
              ""));
    }
    lines.add(
        Text.wrap(
            "Nobody agreed to it yet. 'plumbline trust "
                + Text.safe(directory.toString())
                + "' asks you; scope.yaml allows addresses for all dossiers (docs/trust.md).",
            ""));
    return lines;
  }

  private static List<String> delicate(ScopeDecision.Delicate delicate) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.wrap(
            "A dossier alone may not lead to these, whoever agrees; where your laboratory means it,"
                + " name them in ~/.config/plumbline/scope.yaml or /etc/plumbline/scope.yaml:",
            ""));
    delicate
        .wants()
        .forEach(
            w ->
                lines.add(
                    Text.wrap(
                        Text.safe(w.what()) + ": " + w.reach().map(Reach::words).orElse(""),
                        INDENT)));
    lines.add(INDENT + "allow:");
    delicate.wants().stream()
        .flatMap(w -> w.reach().stream())
        .map(r -> INDENT + "  - " + r.address().getHostAddress().replaceAll("%.*$", ""))
        .distinct()
        .forEach(lines::add);
    return lines;
  }

  private static String line(Want want) {
    return want.kind().words()
        + " "
        + Text.safe(want.what())
        + want.reach().map(r -> " (" + r.words() + ")").orElse("")
        + "  "
        + Text.safe(want.place().toString());
  }
}
