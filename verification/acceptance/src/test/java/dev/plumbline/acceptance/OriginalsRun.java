package dev.plumbline.acceptance;

import dev.plumbline.app.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a copy of the standard for a user whose data lie where the environment says, shows it, and
 * then writes all that leaves the machine; started by {@link OriginalsStayTest}. The arguments: a
 * folder, and the copies of both standards.
 */
final class OriginalsRun {
  private OriginalsRun() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path dossier = Repository.copyOfExample("sensor-tag", folder.resolve("dossier"));
    Path out = Files.createDirectories(folder.resolve("out"));
    said(folder, "annotate", "catalogue", "annotate", args[1]);
    said(folder, "tests", "catalogue", "annotate", args[2]);
    said(folder, "refused", "catalogue", "annotate", dossier.resolve("product.yaml"));
    said(folder, "show", "catalogue", "show", "5.1-1");
    said(folder, "case", "catalogue", "show", "5.0-1-1");
    said(folder, "older", "catalogue", "show", "5.1-1", "--edition", "2.1.1");
    said(folder, "cards", "walk", dossier, "--cards", "--all");
    said(out, "show-as-json", "catalogue", "show", "5.1-1", "--format", "json");
    said(out, "annotate-as-json", "catalogue", "annotate", "--list", "--format", "json");
    said(out, "cards-as-json", "walk", dossier, "--cards", "--all", "--format", "json");
    said(out, "explained", "explain", dossier, "5.0-1-1a");
    String formats = String.join(",", Reports.formats().stream().map(f -> f.id()).toList());
    said(out, "report", "report", dossier, "--out", out, "--format", formats);
    for (String form : List.of("xlsx", "docx", "md")) {
      said(out, form, "export", dossier, "--format", form, "-o", out.resolve("export." + form));
      Path documents = out.resolve("documents-" + form);
      String kind = form.equals("xlsx") ? "html" : form;
      said(
          out, kind + "s", "documents", "write", dossier, "all", "--format", kind, "-o", documents);
    }
    said(out, "verdicts", "export", dossier, "--verdicts", "-o", out.resolve("verdicts.xlsx"));
    said(out, "schemes", "schemes", "for", dossier, "--format", "html", "-o", out + "/labels.html");
    said(out, "portfolio", "portfolio", dossier, "--html", out.resolve("portfolio.html"));
    said(folder, "list", "catalogue", "annotate", "--list");
    said(folder, "removed", "catalogue", "annotate", "--remove", "en303645-3.1.3");
    said(folder, "none", "catalogue", "annotate", "--list");
    said(folder, "again", "catalogue", "annotate", "--remove", "en303645-3.1.3");
  }

  private static void said(Path folder, String name, Object... command) throws IOException {
    Cli ran = Cli.run(command);
    Files.writeString(folder.resolve(name), ran.code() + "\n" + ran.out() + ran.err());
  }
}
