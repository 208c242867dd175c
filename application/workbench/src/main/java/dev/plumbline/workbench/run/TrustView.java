package dev.plumbline.workbench.run;

import dev.plumbline.app.trust.ScopeDecision;
import dev.plumbline.app.trust.Trust;
import dev.plumbline.app.trust.Want;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.reports.Visible;
import dev.plumbline.view.SecretText;
import dev.plumbline.view.TrustText;
import java.io.IOException;
import java.util.List;

/**
 * What a dossier wants of this machine, and whether somebody agreed.
 *
 * @param standing {@code agreed}, {@code open} where a person has to agree, or {@code forbidden}
 * @param digest what a person agrees to; it changes with every byte of the dossier
 * @param told what hinders it, and what to do; empty where nothing does
 * @param secrets which variables of the environment are read
 */
public record TrustView(
    String standing, String digest, List<String> wants, List<String> told, List<String> secrets) {

  static TrustView of(Trust trust, Workspace workspace) throws IOException {
    ScopeDecision standing = trust.standing();
    return new TrustView(
        switch (standing) {
          case ScopeDecision.Agreed a -> "agreed";
          case ScopeDecision.Open o -> "open";
          case ScopeDecision.Delicate d -> "forbidden";
          case ScopeDecision.NoPolicy n -> "forbidden";
        },
        trust.digest().hex(),
        trust.wants().stream().map(TrustView::want).toList(),
        standing instanceof ScopeDecision.Open
            ? List.of()
            : shown(new TrustText(trust, workspace.directory()).hindrance(standing)),
        shown(SecretText.of(workspace).lines()));
  }

  private static String want(Want want) {
    return Visible.of(
        want.kind().words()
            + " "
            + want.what()
            + want.reach().map(r -> " (" + r.words() + ")").orElse("")
            + ", "
            + want.place(),
        400);
  }

  private static List<String> shown(List<String> lines) {
    return lines.stream().map(l -> Visible.of(l.strip(), 600)).toList();
  }
}
