package dev.plumbline.cli.dev;

import dev.plumbline.app.PipelineRecipe;
import dev.plumbline.app.PipelineRecipe.Platform;
import dev.plumbline.app.message.Message;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code plumbline ci init [DIR]}. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description =
        "Writes a recipe for a build server: it judges the dossier on every change, and fails on"
            + " what got worse.",
    footer = {
      "",
      "Examples, from the root of the repository:",
      "  plumbline ci init my-camera",
      "  plumbline ci init my-camera --for jenkins --with-device --runner bench",
      "",
      "The recipe expects 'plumbline' on the PATH of the runner. docs/pipeline.md"
    })
public final class CiInitCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Directory of the dossier (default: the current one).")
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @Option(
      names = "--for",
      paramLabel = "NAME",
      defaultValue = "github",
      converter = PlatformConverter.class,
      description = "github (default), gitlab or jenkins.")
  @SuppressWarnings("NullAway.Init")
  private Platform platform;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Root of the repository (default: the current directory).")
  @SuppressWarnings("NullAway.Init")
  private Path root;

  @Option(
      names = "--runner",
      paramLabel = "LABEL",
      defaultValue = "self-hosted",
      description = "Label of the machines that it runs on (default: self-hosted).")
  @SuppressWarnings("NullAway.Init")
  private String runner;

  @Option(names = "--with-device", description = "Those machines reach the device: run probes.")
  private boolean withDevice;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** Reads the name of a platform. */
  static final class PlatformConverter implements ITypeConverter<Platform> {
    @Override
    public Platform convert(String text) {
      for (Platform platform : Platform.values()) {
        if (platform.name().toLowerCase(Locale.ROOT).equals(text)) {
          return platform;
        }
      }
      throw new TypeConversionException(
          Message.of("PLB-C906", "value", Text.safe(text), "choices", "github, gitlab, jenkins")
              .sentence());
    }
  }

  @Override
  public Integer call() throws IOException {
    Path top = root.toAbsolutePath().normalize();
    Path dossier = directory.toAbsolutePath().normalize();
    if (!Files.exists(dossier.resolve("product.yaml"))) {
      throw new CliException(
          ExitCode.USAGE, Message.of("PLB-C802", "folder", Text.safe(directory.toString())));
    }
    String inside = dossier.startsWith(top) ? top.relativize(dossier).toString() : "..";
    String name = inside.isEmpty() ? "." : inside.replace('\\', '/');
    String baseline = name.equals(".") ? "baseline.json" : name + "/baseline.json";
    if (!PipelineRecipe.isPlain(name) || !PipelineRecipe.isPlain(runner)) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C803"));
    }
    Path file = top.resolve(platform.file());
    if (Files.exists(file)) {
      throw new CliException(
          ExitCode.USAGE, Message.of("PLB-C804", "file", Text.safe(file.toString())));
    }
    String text = new PipelineRecipe(name, baseline, runner, withDevice).text(platform);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    spec.commandLine().getOut().println(file);
    spec.commandLine()
        .getOut()
        .println(
            "The first build writes plumbline-report/result.json; reviewed and committed as "
                + baseline
                + ", later builds are held against it.");
    return ExitCode.OK.code();
  }
}
