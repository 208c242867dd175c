package dev.plumbline.judging.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Binds a {@link Check} to the test units that it decides, per edition of EN 303 645. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Decides {
  /** Units of TS 103 701 V1.1.1 (EN 303 645 V2.1.1). */
  String[] v211() default {};

  /** Units of TS 103 701 V2.1.1 (EN 303 645 V3.1.3). */
  String[] v313() default {};

  /**
   * Whether the check can only refute: what it does not refute stays undetermined, and a person
   * decides.
   */
  boolean refutesOnly() default false;
}
