package org.heed.text;

/** What a compiled phrase serves. */
enum Role {
  CONCEPT,
  CONCEPT_EXCEPT,
  CUE,
  SUBJECT,
  ADVICE,
  ADVICE_EXCEPT
}
