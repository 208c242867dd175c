package dev.plumbline.app.egress;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A control group (cgroup v2) of this process and all that it starts, below the one where it was:
 * whatever holds for that one, such as its limits and its end, holds here too.
 *
 * @param parent directory of the group where the process was
 * @param directory of the new group
 * @param path of the new group below /sys/fs/cgroup
 * @param level how deep it lies; 1 below the root
 */
record RunGroup(Path parent, Path directory, String path, int level) {
  private static final String PREFIX = "plumbline-";
  private static final String MEMBERS = "cgroup.procs";
  private static final List<String> ROOTS = List.of("", "unified");

  /**
   * Makes the group; nobody is in it yet.
   *
   * @param hierarchies where control groups are mounted, such as /sys/fs/cgroup
   * @param own the lines of /proc/self/cgroup
   * @param name of the new group: {@link #name}
   * @throws IOException with what this machine does not allow
   */
  static RunGroup make(Path hierarchies, List<String> own, String name) throws IOException {
    String root =
        ROOTS.stream()
            .filter(r -> Files.exists(hierarchies.resolve(r).resolve("cgroup.controllers")))
            .findFirst()
            .orElseThrow(() -> new IOException("this machine has no control groups (cgroup v2)"));
    String group =
        own.stream()
            .filter(line -> line.matches("0::/[\\w.@:\\\\/-]*"))
            .map(line -> line.substring("0::/".length()))
            .findFirst()
            .orElseThrow(() -> new IOException("the control group of this process is not known"));
    Path parent = hierarchies.resolve(root).resolve(group);
    sweep(parent);
    Path directory = parent.resolve(name);
    try {
      Files.createDirectory(directory);
    } catch (IOException e) {
      throw new IOException("no control group can be made in " + parent, e);
    }
    Path path = hierarchies.relativize(directory);
    int level = hierarchies.resolve(root).relativize(directory).getNameCount();
    return new RunGroup(parent, directory, path.toString(), level);
  }

  /** The name of a group, by which a later start knows whether its process is gone. */
  static String name(ProcessHandle process) {
    long start = process.info().startInstant().map(i -> i.toEpochMilli()).orElse(0L);
    return PREFIX + process.pid() + "-" + start;
  }

  /** Takes the process in, with all its threads; what it starts from now on is in too. */
  void enter(long process) throws IOException {
    move(directory, process);
  }

  /** Takes the process back to where it was and removes the group, if nobody is left in it. */
  void leave(long process) throws IOException {
    move(parent, process);
    remove(directory);
  }

  /** Removes the group that nobody entered. */
  void remove() {
    remove(directory);
  }

  private static void move(Path group, long process) throws IOException {
    // Not by a channel: that writes nothing in a thread that Ctrl-C has interrupted.
    try (OutputStream members = new FileOutputStream(group.resolve(MEMBERS).toFile())) {
      members.write(Long.toString(process).getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Removes what earlier runs left that were killed. */
  private static void sweep(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      throw new IOException("there is no control group " + parent);
    }
    try (Stream<Path> groups = Files.list(parent)) {
      groups.filter(RunGroup::isLeft).forEach(RunGroup::remove);
    }
  }

  private static boolean isLeft(Path group) {
    String name = String.valueOf(group.getFileName());
    if (!name.matches(PREFIX + "\\d{1,18}-\\d{1,18}")) {
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(name.split("-", -1)[1]));
    return process.filter(p -> name(p).equals(name)).isEmpty();
  }

  private static void remove(Path group) {
    try {
      Files.delete(group);
    } catch (IOException e) {
      // Somebody is in it, or it is gone.
    }
  }
}
