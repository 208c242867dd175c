package dev.plumbline.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A recipe that holds a product against the standard on every change.
 *
 * @param dossier path from the root of the repository
 * @param baseline path of the result that builds are held against
 * @param runner label of the machines that it runs on
 * @param withDevice whether those reach the device, so that probes run
 */
public record PipelineRecipe(String dossier, String baseline, String runner, boolean withDevice) {
  /** Letters that stand for themselves in a shell, in YAML and in Groovy. */
  private static final String PLAIN = "[A-Za-z0-9_][A-Za-z0-9_./-]*";

  public PipelineRecipe {
    for (String part : new String[] {dossier, baseline, runner}) {
      if (!isPlain(part)) {
        throw new IllegalArgumentException("'" + part + "' is not plain");
      }
    }
  }

  /** Where builds are described. */
  public enum Platform {
    GITHUB(".github/workflows/plumbline.yml", "github.yml", 10),
    GITLAB(".gitlab-ci.yml", "gitlab.yml", 6),
    JENKINS("Jenkinsfile", "Jenkinsfile", 10);

    private final String file;
    private final String template;
    private final int margin;

    Platform(String file, String template, int margin) {
      this.file = file;
      this.template = template;
      this.margin = margin;
    }

    /** Where the platform looks for its recipe, from the root of the repository. */
    public String file() {
      return file;
    }
  }

  /** Whether a path or label needs no quotes anywhere, and does not lead out of the repository. */
  public static boolean isPlain(String text) {
    return text.equals(".") || (text.matches(PLAIN) && !("/" + text + "/").contains("/../"));
  }

  /** The recipe's text. */
  public String text(Platform platform) {
    String margin = " ".repeat(platform.margin);
    String script =
        filled("assess.sh")
            .lines()
            .map(l -> l.isEmpty() ? l : margin + l)
            .collect(Collectors.joining("\n"));
    return filled(platform.template).replace("@SCRIPT@", script);
  }

  private String filled(String template) {
    return resource(template)
        .replace("@DOSSIER@", dossier)
        .replace("@BASELINE@", baseline)
        .replace("@RUNNER@", runner)
        .replace("@DEVICE@", withDevice ? "" : " --without-device");
  }

  private static String resource(String name) {
    try (InputStream in = PipelineRecipe.class.getResourceAsStream("pipeline/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
