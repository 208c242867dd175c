package dev.plumbline.workbench.declaration;

import java.util.List;

/**
 * The lines in which two texts differ, from the first to the last that does.
 *
 * @param removed lines of the text before
 * @param added lines of the text after
 */
record TextChange(List<String> removed, List<String> added) {
  static TextChange of(String before, String after) {
    List<String> was = before.lines().toList();
    List<String> is = after.lines().toList();
    int most = Math.min(was.size(), is.size());
    int start = 0;
    while (start < most && was.get(start).equals(is.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && was.get(was.size() - 1 - end).equals(is.get(is.size() - 1 - end))) {
      end++;
    }
    return new TextChange(was.subList(start, was.size() - end), is.subList(start, is.size() - end));
  }
}
