package dev.plumbline.app.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git repository with people who commit to it. */
record TestRepository(Path folder) {

  static TestRepository in(Path folder) throws IOException {
    TestRepository repository = new TestRepository(folder);
    repository.git("Ann", "init", "--quiet", "--initial-branch=main");
    return repository;
  }

  void commit(String person, String message) throws IOException {
    git(person, "add", "--all");
    git(person, "commit", "--quiet", "--message", message);
  }

  /** Runs git; what it printed, and how it ended. */
  Said git(String person, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("git");
    for (String setting :
        List.of("user.name=" + person, "user.email=t@example.org", "commit.gpgsign=false")) {
      command.add("-c");
      command.add(setting);
    }
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Said(process.waitFor(), text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** The same for what has to succeed. */
  void must(String person, String... arguments) throws IOException {
    Said said = git(person, arguments);
    assertThat(said.code()).as(said.text()).isZero();
  }

  record Said(int code, String text) {}
}
