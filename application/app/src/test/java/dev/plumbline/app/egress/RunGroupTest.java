package dev.plumbline.app.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With ordinary folders in the place of control groups. */
class RunGroupTest {
  private static final List<String> SESSION = List.of("2:cpu:/", "0::/user.slice/session-1.scope");

  @TempDir private Path hierarchies;

  @BeforeEach
  void aMachine() throws IOException {
    Files.createFile(hierarchies.resolve("cgroup.controllers"));
    Files.createDirectories(hierarchies.resolve("user.slice/session-1.scope"));
  }

  @Test
  void theGroupLiesBelowTheOwnOne() throws IOException {
    RunGroup group = RunGroup.make(hierarchies, SESSION, "plumbline-7-1");

    assertThat(group.path()).isEqualTo("user.slice/session-1.scope/plumbline-7-1");
    assertThat(group.level()).isEqualTo(3);
    assertThat(group.directory()).isDirectory();
  }

  @Test
  void aHierarchyBesideOlderOnesIsFoundAndCountsItsOwnLevels() throws IOException {
    Files.delete(hierarchies.resolve("cgroup.controllers"));
    Files.createDirectories(hierarchies.resolve("unified"));
    Files.createFile(hierarchies.resolve("unified/cgroup.controllers"));

    RunGroup group = RunGroup.make(hierarchies, List.of("0::/"), "plumbline-7-1");

    assertThat(group.path()).isEqualTo("unified/plumbline-7-1");
    assertThat(group.level()).isEqualTo(1);
  }

  @Test
  void theProcessGoesInAndBackToWhereItWas() throws IOException {
    RunGroup group = RunGroup.make(hierarchies, SESSION, "plumbline-7-1");

    group.enter(7);
    assertThat(group.directory().resolve("cgroup.procs")).hasContent("7");
    Files.delete(group.directory().resolve("cgroup.procs"));
    group.leave(7);

    assertThat(group.parent().resolve("cgroup.procs")).hasContent("7");
    assertThat(group.directory()).doesNotExist();
  }

  @Test
  void anInterruptedRunLeavesItsGroupToo() throws IOException {
    RunGroup group = RunGroup.make(hierarchies, SESSION, "plumbline-7-1");

    Thread.currentThread().interrupt();
    group.leave(7);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(group.parent().resolve("cgroup.procs")).hasContent("7");
    assertThat(group.directory()).doesNotExist();
  }

  @Test
  void whatKilledRunsLeftIsSweptAndTheGroupsOfOthersStay() throws IOException {
    Path parent = hierarchies.resolve("user.slice/session-1.scope");
    String own = RunGroup.name(ProcessHandle.current());
    Path dead = Files.createDirectory(parent.resolve("plumbline-" + own.split("-")[1] + "-1"));
    Path alive = Files.createDirectory(parent.resolve(own));
    Path foreign = Files.createDirectory(parent.resolve("plumbline-other"));

    RunGroup.make(hierarchies, SESSION, "plumbline-7-1");

    assertThat(dead).doesNotExist();
    assertThat(alive).exists();
    assertThat(foreign).exists();
  }

  @Test
  void aMachineWithoutControlGroupsIsTold() throws IOException {
    Files.delete(hierarchies.resolve("cgroup.controllers"));

    assertThatThrownBy(() -> RunGroup.make(hierarchies, SESSION, "plumbline-7-1"))
        .hasMessage("this machine has no control groups (cgroup v2)");
  }

  @Test
  void aNameThatRulesCannotCarryIsRefused() {
    assertThatThrownBy(
            () -> RunGroup.make(hierarchies, List.of("0::/a\" accept \""), "plumbline-7-1"))
        .hasMessage("the control group of this process is not known");
  }

  @Test
  void aGroupThatCannotBeMadeIsTold() {
    assertThatThrownBy(
            () -> RunGroup.make(hierarchies, List.of("0::/no.such.slice"), "plumbline-7-1"))
        .hasMessageContaining("there is no control group");
  }
}
