package dev.plumbline.firmware.find;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.Node;

/**
 * A file, or a run of bytes, that is no container.
 *
 * @param place the containers around it and its path, with {@code !} between them
 * @param node its name and rights
 */
public record Leaf(String place, Node node, Blob content) {
  /** The last part of its path. */
  String name() {
    return node.path().substring(node.path().lastIndexOf('/') + 1);
  }

  /** The place of a file beside it, seen from the root of its file system. */
  String root(String path) {
    return place.substring(0, Math.max(0, place.length() - path.length()));
  }
}
