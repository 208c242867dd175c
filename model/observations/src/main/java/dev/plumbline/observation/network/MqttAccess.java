package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;

/** {@code mqtt.access}. */
@Kind(value = "mqtt.access", subject = "endpoint")
@Says(
    "What a broker lets a client without a login do. Retained messages come at once; "
        + "others were missed unless they came meanwhile.")
public record MqttAccess(
    @Says("a client without a login was let in") boolean anonymous,
    @Says("of the protocol") @Words({"3.1.1", "5.0"}) String version,
    @Says("over TLS") boolean tls,
    @Says("topic filters that it may read") List<Open> open,
    @Says("filters that were refused, all where it was not let in") List<String> guarded,
    @Says("the first 100 names of topics") List<String> topics,
    @Says("number of messages") long messages,
    @Coverage @Says("filters asked") List<String> asked,
    @Coverage @Says("filters without an answer") List<String> unanswered,
    @Coverage @Says("time listened") long listenedSeconds)
    implements Fact {
  /** A topic filter that may be read. */
  @Says("A topic filter that may be read.")
  public record Open(
      @Says("the filter") String path,
      @Says(
              "`data`: messages came; `subscription`: granted, nothing came; `health`: what the"
                  + " broker tells of itself")
          @Words({"data", "subscription", "health"})
          String kind) {}
}
