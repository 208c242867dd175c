package dev.plumbline.cli.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.merge.MergeDriver;
import dev.plumbline.cli.Copies;
import dev.plumbline.cli.Ran;
import dev.plumbline.cli.option.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {
  private static final String ITEM = "5.1-1-1a@1-AuthMech/AuthMech-1";
  private static final String TABLE = "ixit/1-AuthMech.yaml";

  @TempDir private Path directory;
  private Path dossier;

  @BeforeEach
  void aRepositoryWithTwoBranches() throws Exception {
    dossier = Copies.of("sound-camera", directory.resolve("my camera"));
    git("init", "--quiet", "--initial-branch=main");
    git("config", "user.name", "Ann");
    git("config", "user.email", "ann@example.org");
  }

  private void decide(String person) {
    Ran ran =
        Ran.of(
            "decide",
            dossier.toString(),
            ITEM,
            "--verdict",
            "PASS",
            "--by",
            person,
            "--because",
            "I looked at it.",
            "--keys",
            directory.resolve("keys of " + person).toString());
    assertThat(ran.err()).isEmpty();
  }

  private void edit(String old, String fresh) throws IOException {
    Path file = dossier.resolve(TABLE);
    assertThat(Files.readString(file)).contains(old);
    Files.writeString(file, Files.readString(file).replace(old, fresh));
  }

  private String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(dossier.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + said;
  }

  private void branches(String oursDelay, String theirsEndpoint) throws Exception {
    git("add", "--all");
    git("commit", "--quiet", "--message", "begin");
    git("checkout", "--quiet", "-b", "lab");
    decide("Bob");
    edit("endpoints: [tcp/8443]", theirsEndpoint);
    git("add", "--all");
    git("commit", "--quiet", "--message", "theirs");
    git("checkout", "--quiet", "main");
    decide("Ann");
    edit("delaySeconds: 1", oursDelay);
    git("add", "--all");
    git("commit", "--quiet", "--message", "ours");
  }

  /** Starts the commands of this test run, as a person's shell starts Plumbline. */
  private Path program() throws IOException {
    Path program = directory.resolve("it's plumbline");
    Files.writeString(
        program,
        "#!/bin/sh\nexec '"
            + ProcessHandle.current().info().command().orElse("java")
            + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
            + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
            + "' dev.plumbline.cli.Main \"$@\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  @Test
  void gitJoinsRecordsAndCellsByTheDriver() throws Exception {
    MergeDriver.install(dossier, program().toString());
    branches("delaySeconds: 2", "endpoints: [tcp/8443, tcp/443]");

    assertThat(git("merge", "--no-edit", "lab")).startsWith("0 ");

    assertThat(Files.readString(dossier.resolve(TABLE)))
        .contains("delaySeconds: 2", "endpoints: [tcp/8443, tcp/443]")
        .doesNotContain("<<<<<<<");
    assertThat(Files.readAllLines(dossier.resolve("record/decisions.jsonl"))).hasSize(2);
    assertThat(Ran.of("check", dossier.toString()).out()).doesNotContain("PLB-106", "PLB-1075");
  }

  @Test
  void theCommandJoinsWhatGitLeftAndShowsWhatIsToChoose() throws Exception {
    branches("delaySeconds: 2", "endpoints: [tcp/8443, tcp/443]");
    assertThat(git("merge", "--no-edit", "lab")).startsWith("1 ");

    Ran merged = Ran.of("merge", dossier.toString());

    assertThat(merged.out()).contains("record/decisions.jsonl: merged, 1 record added");
    assertThat(Files.readAllLines(dossier.resolve("record/decisions.jsonl"))).hasSize(2);
  }

  @Test
  void twoValuesOfOneCellEndWithTheCodeOfAConflict() throws Exception {
    Path other = Copies.of("sound-camera", directory.resolve("other"));
    edit("delaySeconds: 1", "delaySeconds: 2");

    Ran merged = Ran.of("merge", dossier.toString(), "--with", other.toString());

    assertThat(merged.code()).isEqualTo(ExitCode.CONFLICT.code());
    assertThat(merged.out())
        .contains(
            TABLE + ": 1 conflict",
            "entries/AuthMech-1/delaySeconds",
            "ours:",
            "delaySeconds: 2",
            "theirs:",
            "delaySeconds: 1");
    assertThat(Ran.of("check", dossier.toString()).out()).contains("PLB-1018");
  }

  @Test
  void installTellsWhatGitRunsAndNamesItOnce() throws Exception {
    Ran first = Ran.of("merge", dossier.toString(), "--install");
    Ran second = Ran.of("merge", dossier.toString(), "--install");

    assertThat(first.out()).contains("merge --driver %O %A %B %P", "Commit ");
    assertThat(second.out()).doesNotContain("Commit ");
    assertThat(git("config", "merge.plumbline.driver")).contains("merge --driver %O %A %B %P");
    assertThat(git("check-attr", "merge", TABLE, "record/decisions.jsonl").lines().toList())
        .allMatch(l -> l.endsWith("merge: plumbline"));
  }

  @Test
  void outsideOfARepositoryInstallSaysWhatToType() throws Exception {
    Path alone = Copies.of("sound-camera", directory.resolve("alone"));

    Ran ran = Ran.of("merge", alone.toString(), "--install");

    assertThat(ran.code()).isNotZero();
    assertThat(ran.err()).contains("no git repository", "git init");
  }

  @Test
  void aBaseWithoutACopyIsRefused() {
    Ran ran = Ran.of("merge", dossier.toString(), "--base", "x");

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(ran.err()).contains("--base requires --with");
  }
}
