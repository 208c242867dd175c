package dev.plumbline.app.merge;

import dev.plumbline.app.git.GitCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that git could not merge, with the objects of its three versions.
 *
 * @param path relative to the folder that was asked for
 * @param objects ids in hex by stage: 1 base, 2 ours, 3 theirs; a stage is missing where that side
 *     has no such file
 */
record UnmergedPath(String path, Map<Integer, String> objects) {
  UnmergedPath {
    objects = Map.copyOf(objects);
  }

  /** The files below a folder that git could not merge; none where it lies in no repository. */
  static List<UnmergedPath> below(GitCommand git) throws IOException {
    Map<String, Map<Integer, String>> paths = new LinkedHashMap<>();
    String listing = git.text("ls-files", "--unmerged", "-z", "--", ".").orElse("");
    for (String line : listing.split("\0", -1)) {
      int tab = line.indexOf('\t');
      String[] words = tab < 0 ? new String[0] : line.substring(0, tab).split(" ", -1);
      if (words.length == 3 && words[0].startsWith("100")) {
        paths
            .computeIfAbsent(line.substring(tab + 1), p -> new LinkedHashMap<>())
            .put(Integer.parseInt(words[2]), words[1]);
      }
    }
    List<UnmergedPath> unmerged = new ArrayList<>();
    paths.forEach((path, objects) -> unmerged.add(new UnmergedPath(path, objects)));
    return unmerged;
  }

  /** The bytes of a version. */
  Optional<byte[]> version(int stage, GitCommand git) throws IOException {
    Optional<String> object = Optional.ofNullable(objects.get(stage));
    return object.isEmpty() ? Optional.empty() : git.bytes("cat-file", "blob", object.get());
  }
}
