package dev.plumbline.observation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The key of a kind of observation and what it is about. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
  /** The key, {@code protocol.fact}. */
  String value();

  /** What an observation of this kind is about, for the documentation. */
  String subject();
}
