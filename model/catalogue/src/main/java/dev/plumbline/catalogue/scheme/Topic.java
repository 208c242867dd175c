package dev.plumbline.catalogue.scheme;

/** What a fact of a scheme is about, in the order in which it is shown. */
public enum Topic {
  OWNER,
  STATUS,
  LEGAL_BASIS,
  DOCUMENTS,
  SCOPE,
  PROVISIONS,
  METHOD,
  ASSESSOR,
  EVIDENCE,
  VALIDITY,
  FEE,
  LABEL,
  DUTIES,
  RECOGNITION
}
