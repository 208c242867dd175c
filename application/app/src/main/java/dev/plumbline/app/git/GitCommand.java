package dev.plumbline.app.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The git command in a folder. No hook, pager, replaced object, watcher or network access of the
 * repository's configuration takes part, for a dossier may come from a stranger. What else an
 * argument could start, such as filters of {@code git add} or textconv of {@code git diff}, is for
 * the caller to leave out: only plumbing that reads objects belongs here.
 */
public record GitCommand(Path folder) {
  private static final int LONGEST_TALK = 512 * 1024 * 1024;
  private static final long PATIENCE_SECONDS = 60;

  /** What git prints, the line end at its end cut; empty when it fails. */
  public Optional<String> text(String... arguments) throws IOException {
    return bytes(arguments)
        .map(b -> new String(b, StandardCharsets.UTF_8))
        .map(t -> t.endsWith("\n") ? t.substring(0, t.length() - 1) : t);
  }

  /** The bytes that git prints; empty when it fails. */
  public Optional<byte[]> bytes(String... arguments) throws IOException {
    Process git = start(arguments);
    git.getOutputStream().close();
    byte[] bytes = git.getInputStream().readNBytes(LONGEST_TALK);
    try {
      if (!git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        git.destroyForcibly();
        throw new IOException("git does not end.");
      }
    } catch (InterruptedException e) {
      git.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("git was interrupted.", e);
    }
    return git.exitValue() == 0 ? Optional.of(bytes) : Optional.empty();
  }

  /** Starts git; the caller reads what it prints. */
  public Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("git");
    command.add("--no-pager");
    command.add("--no-replace-objects");
    for (String setting :
        List.of("core.hooksPath=/dev/null", "core.fsmonitor=false", "protocol.allow=never")) {
      command.add("-c");
      command.add(setting);
    }
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(k -> k.startsWith("GIT_"));
    builder.environment().put("GIT_NO_LAZY_FETCH", "1");
    // Stronger than any setting of the repository, which could allow a protocol by its name.
    builder.environment().put("GIT_ALLOW_PROTOCOL", "none");
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException("The git command is missing. Type: sudo apt-get install -y git", e);
    }
  }
}
