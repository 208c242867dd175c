package dev.plumbline.observation;

/** A kind that tells how many things of one sort there are, more than it may list. */
public interface Counted extends Fact {
  long count();
}
