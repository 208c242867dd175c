package dev.plumbline.capture.file;

/** Takes frames in the order of the file. */
@FunctionalInterface
public interface FrameSink {
  void frame(Frame frame);

  /** Whether no more frames are wanted. */
  default boolean enough() {
    return false;
  }
}
