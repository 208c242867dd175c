package dev.plumbline.capture.flow;

/** Follows the device's flows. */
public interface FlowListener {
  /** A flow begins; gives who hears it. */
  FlowReader begun(Flow flow);

  /** Nothing more comes of a flow, or there is no more room for it. */
  void over(Flow flow);
}
