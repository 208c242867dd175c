package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitRevisionTest {
  @TempDir private Path directory;

  private Path repository;
  private Path dossier;
  private Path mark;

  @BeforeEach
  void commitTwice() throws Exception {
    repository = Files.createDirectories(directory.resolve("repository"));
    dossier = Files.createDirectories(repository.resolve("my camera"));
    mark = directory.resolve("mark");
    Files.createDirectories(dossier.resolve("ixit"));
    Files.writeString(dossier.resolve("product.yaml"), "edition: \"2.1.1\"\n");
    Files.writeString(dossier.resolve("ixit/1-AuthMech.yaml"), "first\n");
    Files.createSymbolicLink(dossier.resolve("link.yaml"), Path.of("/etc/passwd"));
    Files.writeString(repository.resolve("elsewhere.txt"), "not of the dossier\n");
    git("init", "--quiet", "--initial-branch=main");
    commit("first");
    git("tag", "v1");
    Files.writeString(dossier.resolve("product.yaml"), "edition: \"3.1.3\"\n");
    commit("second");
  }

  @Test
  void theFilesOfTheFolderAreThoseOfTheRevision() throws IOException {
    Path then = written("v1");
    assertThat(then.resolve("product.yaml")).hasContent("edition: \"2.1.1\"");
    assertThat(then.resolve("ixit/1-AuthMech.yaml")).hasContent("first");
    assertThat(then.resolve("elsewhere.txt")).doesNotExist();
    assertThat(written("HEAD").resolve("product.yaml")).hasContent("edition: \"3.1.3\"");
    assertThat(written("HEAD~1").resolve("product.yaml")).hasContent("edition: \"2.1.1\"");
  }

  @Test
  void linksAreLeftOut() throws IOException {
    assertThat(Files.exists(written("v1").resolve("link.yaml"))).isFalse();
  }

  @Test
  void nothingThatTheRepositoryConfiguresIsRun() throws Exception {
    String touch = "touch '" + mark + "'";
    Files.writeString(repository.resolve(".gitattributes"), "* filter=x diff=x\n");
    commit("third");
    for (String hook : List.of("post-checkout", "post-index-change", "reference-transaction")) {
      Path file = repository.resolve(".git/hooks").resolve(hook);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\n" + touch + "\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    git("config", "core.fsmonitor", touch);
    git("config", "core.pager", touch);
    git("config", "filter.x.smudge", touch);
    git("config", "diff.x.textconv", touch);
    git("config", "alias.cat-file", "!" + touch);
    written("HEAD");
    assertThat(mark).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extensions.partialClone=origin",
        "remote.origin.promisor=true",
        "remote.a.b.partialCloneFilter=blob:none"
      })
  void aRepositoryWhoseObjectsWouldBeFetchedIsRefusedAndRunsNothing(String setting)
      throws Exception {
    git("config", "remote.origin.url", "ext::touch " + mark);
    git("config", "protocol.ext.allow", "always");
    git("config", "core.repositoryFormatVersion", "1");
    git("config", setting.split("=", 2)[0], setting.split("=", 2)[1]);
    removeBlobs();

    assertThatThrownBy(() -> written("HEAD")).hasMessageContaining("partial clone");
    assertThat(mark).doesNotExist();
  }

  @Test
  void aSettingThatStandsInAnIncludedFileCountsToo() throws Exception {
    Path included = directory.resolve("included");
    Files.writeString(included, "[remote \"origin\"]\n  promisor = true\n");
    git("config", "include.path", included.toString());

    assertThatThrownBy(() -> written("HEAD")).hasMessageContaining("partial clone");
  }

  private void removeBlobs() throws Exception {
    Path objects = repository.resolve(".git/objects");
    try (Stream<Path> files = Files.walk(objects)) {
      for (Path object : files.filter(Files::isRegularFile).toList()) {
        String id = objects.relativize(object).toString().replace("/", "");
        if (said("cat-file", "-t", id).equals("blob")) {
          Files.delete(object);
        }
      }
    }
  }

  private String said(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(repository.toFile()).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "--upload-pack=x", "-", "", "v1:product.yaml", "v1\n", "a..b"})
  void whatIsNoRevisionIsRefusedInWords(String revision) {
    assertThatThrownBy(() -> GitRevision.of(dossier, revision))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("revision");
  }

  @Test
  void aFolderOutsideOfARepositoryIsToldSo() {
    assertThatThrownBy(() -> GitRevision.of(directory, "HEAD"))
        .hasMessageContaining("no git repository");
  }

  @Test
  void aFolderThatTheRevisionDoesNotHaveIsToldSo() throws IOException {
    Path later = Files.createDirectories(repository.resolve("later"));
    assertThatThrownBy(() -> GitRevision.of(later, "v1").writeTo(directory.resolve("out")))
        .hasMessageContaining("no such folder");
  }

  @Test
  void aDirectoryWithAnAtInItsNameIsADirectory() throws IOException {
    Path odd = Files.createDirectories(directory.resolve("camera@home"));
    assertThat(DossierState.of(odd.toString()).revision()).isEmpty();
    assertThat(DossierState.of(dossier + "@v1").revision()).contains("v1");
    assertThat(DossierState.of(dossier + "@v1").directory()).isEqualTo(dossier);
  }

  private Path written(String revision) throws IOException {
    Path out = Files.createTempDirectory(directory, "out");
    GitRevision.of(dossier, revision).writeTo(out);
    return out;
  }

  private void commit(String message) throws Exception {
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add("git");
    for (String setting :
        List.of("user.name=T", "user.email=t@example.org", "commit.gpgsign=false")) {
      command.add("-c");
      command.add(setting);
    }
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }
}
