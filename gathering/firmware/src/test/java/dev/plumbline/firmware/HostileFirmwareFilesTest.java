package dev.plumbline.firmware;

import dev.plumbline.importing.kit.HostileFileContract;

/**
 * The reader of images under hostile files; images made by hand are {@link HostileImagesTest}'s.
 */
class HostileFirmwareFilesTest extends HostileFileContract {
  /** It unpacks within limits of its own, to which the other test holds it. */
  @Override
  protected long mostAllocated(long size) {
    return Long.MAX_VALUE;
  }
}
