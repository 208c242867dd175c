package dev.plumbline.observation;

/** A kind that tells first of all whether a service is there at all. */
public interface Presence extends Fact {
  /** Whether it is there; where it is not, the fact says nothing else. */
  boolean present();
}
