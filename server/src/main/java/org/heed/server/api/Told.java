package org.heed.server.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the API's description says of an endpoint, a parameter, a document or a field. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Told {
  /** One or two sentences. */
  String value();

  /** The words a text may be, where it is one of a list. */
  String[] oneOf() default {};

  /** Whether a field that the code takes as absent has to be there all the same. */
  boolean required() default false;
}
