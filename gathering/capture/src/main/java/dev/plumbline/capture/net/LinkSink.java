package dev.plumbline.capture.net;

/** Takes what links carry. One frame may carry several. */
@FunctionalInterface
interface LinkSink {
  void carried(LinkFrame frame);
}
